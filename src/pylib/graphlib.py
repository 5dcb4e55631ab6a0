"""The nodes of a graph in an order where each comes after what it depends on."""
from types import GenericAlias

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    pass


class _Node:
    __slots__ = ('node', 'waits_for', 'state', 'successors')

    def __init__(self, node):
        self.node = node
        self.waits_for = 0    # predecessors that are not done
        self.state = 'new'    # then 'ready' (given out), then 'done'
        self.successors = []


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._given = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, node):
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node(node)
        return found

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        info = self._node(node)
        info.waits_for += len(predecessors)
        for each in predecessors:
            self._node(each).successors.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [info.node for info in self._nodes.values() if info.waits_for == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        result = tuple(self._ready)
        for node in result:
            self._nodes[node].state = 'ready'
        self._ready.clear()
        self._given += len(result)
        return result

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return self._finished < self._given or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f'node {node!r} was not added using add()')
            if info.state == 'new':
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if info.state == 'done':
                raise ValueError(f'node {node!r} was already marked done')
            info.state = 'done'
            for each in info.successors:
                successor = self._nodes[each]
                successor.waits_for -= 1
                if successor.waits_for == 0:
                    self._ready.append(each)
            self._finished += 1

    def _find_cycle(self):
        seen, path, place = set(), [], {}
        for start in self._nodes:
            if start in seen:
                continue
            seen.add(start)
            place[start] = len(path)
            path.append((start, iter(self._nodes[start].successors)))
            while path:
                for node in path[-1][1]:
                    break
                else:
                    del place[path.pop()[0]]
                    continue
                if node in place:
                    return [each for each, _ in path[place[node]:]] + [node]
                if node not in seen:
                    seen.add(node)
                    place[node] = len(path)
                    path.append((node, iter(self._nodes[node].successors)))
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    __class_getitem__ = classmethod(GenericAlias)
