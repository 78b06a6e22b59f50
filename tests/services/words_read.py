"""Takes the words of files into the search, as the window does."""

from boarddesk.services import full_text
from boarddesk.services.workspace import Services


def read_all(services: Services) -> int:
    """Take the words of every file that was not read yet; how many there were."""
    waiting = full_text.unread(services)
    for digest, pages in zip(waiting, full_text.words_of([services.attachment(each) for each in waiting]), strict=True):
        full_text.keep_words(services, digest, pages)
    return len(waiting)
