"""The HTTP edge: plain ASGI pieces and Starlette endpoints, put together in `cms.app`."""
