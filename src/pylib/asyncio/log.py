"""Where asyncio's own messages go."""
import logging

logger = logging.getLogger('asyncio')
