"""What stands around the workspaces: rail, status, messages, menus, first start."""
