"""logging.config: dictConfig. There are no files and no network to configure from."""
import logging
import sys


def _resolve(name):
    """What a dotted name stands for: logging.StreamHandler, sys.stdout, __main__.MyHandler."""
    parts = name.split('.')
    for split in range(len(parts) - 1, 0, -1):
        module_name = '.'.join(parts[:split])
        found = {'logging': logging, 'sys': sys}.get(module_name, sys.modules.get(module_name))
        if found is None and module_name == 'logging.handlers':
            from logging import handlers as found
        if found is None:
            continue
        for part in parts[split:]:
            found = getattr(found, part)
        return found
    raise ImportError(f'No module named {parts[0]!r}')


class DictConfigurator:
    """Sets loggers up as a dict says."""

    def __init__(self, config):
        self.config = config

    def value(self, value):
        """ext:// names something of a module, cfg:// something of the dict itself."""
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.value(item) for item in value]
        if isinstance(value, str) and value.startswith('ext://'):
            return _resolve(value[6:])
        if isinstance(value, str) and value.startswith('cfg://'):
            found = self.config
            for part in value[6:].split('.'):
                found = found[part]
            return self.value(found)
        return value

    def custom(self, settings):
        settings = dict(settings)
        make = settings.pop('()')
        attributes = settings.pop('.', None)
        made = (make if callable(make) else _resolve(make))(**self.value(settings))
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f'Unsupported version: {config["version"]}')
        if config.get('incremental', False):
            self.configure_incrementally()
            return
        if not config.get('disable_existing_loggers', True):
            kept = set(logging.root.manager.loggerDict)
        else:
            kept = set()
        self.formatters = self.make_all('formatters', 'formatter', self.formatter)
        self.filters = self.make_all('filters', 'filter', self.filter)
        self.handlers = {}
        self.make_all('handlers', 'handler', self.handler, self.handlers)
        self.configure_loggers(kept)

    def configure_incrementally(self):
        for name, settings in self.config.get('handlers', {}).items():
            if name not in logging._handlers:
                raise ValueError(f'No handler found with name {name!r}')
            if settings.get('level'):
                logging._handlers[name].setLevel(settings['level'])
        for name, settings in self.config.get('loggers', {}).items():
            self.logger(logging.getLogger(name), settings, True)
        if self.config.get('root'):
            self.logger(logging.root, self.config['root'], True)

    def make_all(self, section, what, make, made=None):
        made = {} if made is None else made
        for name, settings in self.config.get(section, {}).items():
            try:
                made[name] = make(self.value(settings))
            except Exception as error:
                raise ValueError(f'Unable to configure {what} {name!r}') from error
            if section == 'handlers':
                made[name].name = name
        return made

    def formatter(self, settings):
        if '()' in settings:
            return self.custom(settings)
        options = {}
        if 'defaults' in settings:
            options['defaults'] = settings['defaults']
        cls = settings.get('class')
        cls = _resolve(cls) if isinstance(cls, str) else cls or logging.Formatter
        if 'validate' in settings:
            options['validate'] = settings['validate']
        return cls(settings.get('format'), settings.get('datefmt'), settings.get('style', '%'), **options)

    def filter(self, settings):
        return self.custom(settings) if '()' in settings else logging.Filter(settings.get('name', ''))

    def add_filters(self, to, names):
        for name in names:
            if callable(name) or callable(getattr(name, 'filter', None)):
                to.addFilter(name)
            elif name in self.filters:
                to.addFilter(self.filters[name])
            else:
                raise ValueError(f'Unable to add filter {name!r}')

    def handler(self, settings):
        settings = dict(settings)
        formatter, level = settings.pop('formatter', None), settings.pop('level', None)
        filters = settings.pop('filters', None)
        if formatter is not None:
            try:
                formatter = self.formatters[formatter]
            except Exception as error:
                raise ValueError(f'Unable to set formatter {formatter!r}') from error
        if '()' in settings:
            made = self.custom(settings)
        else:
            cls = settings.pop('class')
            cls = _resolve(cls) if isinstance(cls, str) else cls
            attributes = settings.pop('.', None)
            if issubclass(cls, getattr(sys.modules.get('logging.handlers'), 'MemoryHandler', ())) and \
                    isinstance(settings.get('target'), str):
                settings['target'] = self.handlers[settings['target']]
            made = cls(**settings)
            for name, value in (attributes or {}).items():
                setattr(made, name, value)
        if formatter is not None:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(level)
        if filters:
            self.add_filters(made, filters)
        return made

    def logger(self, logger, settings, incremental=False):
        if settings.get('level') is not None:
            logger.setLevel(settings['level'])
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in settings.get('handlers', ()):
            if name not in self.handlers:
                raise ValueError(f'Unable to add handler {name!r}')
            logger.addHandler(self.handlers[name])
        self.add_filters(logger, settings.get('filters') or ())
        if settings.get('propagate') is not None:
            logger.propagate = settings['propagate']

    def configure_loggers(self, kept):
        named = self.config.get('loggers', {})
        for name, settings in named.items():
            logger = logging.getLogger(name)
            logger.disabled = False
            try:
                self.logger(logger, settings)
            except Exception as error:
                raise ValueError(f'Unable to configure logger {name!r}') from error
        for name, logger in logging.root.manager.loggerDict.items():
            below = any(name.startswith(other + '.') for other in named)
            if name not in named and isinstance(logger, logging.Logger):
                logger.disabled = name not in kept and not below
        if self.config.get('root'):
            try:
                self.logger(logging.root, self.config['root'])
            except Exception as error:
                raise ValueError('Unable to configure root logger') from error


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    raise OSError(2, 'No such file or directory', str(fname))
