"""What a page tells of attributes: of which thing, in which scope, and the stretch of amounts that its value allows."""
