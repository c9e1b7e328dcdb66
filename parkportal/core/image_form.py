"""The admin's form of an image: it takes only a file of which every size can be made."""

from io import BytesIO
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.images.models import Filter

from .models import ParkImage

# JPEG can hold the fewest kinds of colour: what can be made a JPEG of can be made anything of.
STRICTEST = Filter(spec="max-16x16|format-jpeg")


class DrawableImageField(WagtailImageField):
    """A file of which sizes can be made; one that can't would break every page and list it stands in."""

    default_error_messages = {
        "undrawable": _(
            "This picture can't be shown: the file is damaged, or has more than 8 bits for each colour. Open it in an "
            "image editor, save it again as JPEG or PNG, and upload that."
        )
    }

    def to_python(self, data: Any) -> Any:
        """The file, drawn once at a small size to see that it can be."""
        try:
            file = super().to_python(data)
            if file:
                width, height = file.image.get_size()
                STRICTEST.run(ParkImage(width=width, height=height), BytesIO(), source=file)
                file.seek(0)
        except ValidationError:
            raise
        except Exception as error:  # Pillow raises whatever goes wrong first.
            raise ValidationError(self.error_messages["undrawable"], code="undrawable") from error
        return file


class DrawableImageForm(BaseImageForm):
    """What staff say of an image, and its file."""

    file = DrawableImageField(label=_("File"), widget=BaseImageForm.Meta.widgets["file"])
