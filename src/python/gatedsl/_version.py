"""The version of this package: as Python writes it, and as NuGet does."""

__version__ = "0.2.0"
PACKAGE_VERSION = "0.2.0"
