"""Reading: files and folders become a study. One module per transcript format in ``formats``."""
