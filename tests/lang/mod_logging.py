import logging
import sys
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("kitchen")
log.debug("not shown")
log.info("pizza %s for %d", "ready", 2)
log.warning("hot")
logging.error("root error")
class Short(logging.Formatter):
    def formatException(self, exc_info):
        return f"{exc_info[0].__name__}: {exc_info[1]}"


logging.getLogger().handlers[0].setFormatter(Short("%(levelname)s:%(name)s:%(message)s"))
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
log.setLevel(logging.ERROR)
log.warning("not shown")
print(log.name, logging.getLevelName(30), log.isEnabledFor(logging.ERROR), logging.getLogger("kitchen") is log)
