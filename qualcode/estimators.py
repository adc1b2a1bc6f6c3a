"""What scikit-learn asks of anything that stands in one of its pipelines, without importing it."""

from __future__ import annotations

import inspect
from typing import Any, Self

from qualcode.errors import MisuseError
from qualcode.wording import listed, quoted, suggestion


class TextTransformer:
    """A transformer of texts: its constructor only stores, and nothing must be fitted."""

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """Return the constructor's parameters, as scikit-learn asks."""
        names = inspect.signature(type(self).__init__).parameters
        return {name: getattr(self, name) for name in names if name != "self"}

    def set_params(self, **params: Any) -> Self:
        """Change the constructor's parameters, as scikit-learn asks."""
        known = self.get_params()
        for name, value in params.items():
            if name not in known:
                raise MisuseError(
                    f"{type(self).__name__} nie ma parametru {quoted(name)}; "
                    f"są: {listed(known)}.{suggestion(name, known)}"
                )
            setattr(self, name, value)
        return self

    def __sklearn_tags__(self) -> Any:
        from sklearn.base import BaseEstimator, TransformerMixin

        tags = type("_Tagged", (TransformerMixin, BaseEstimator), {})().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        tags.requires_fit = False
        return tags

    def __repr__(self) -> str:
        chosen = ", ".join(f"{name}={value!r}" for name, value in self.get_params().items())
        return f"{type(self).__name__}({chosen})"
