"""`python -m boarddesk`: hand over to the command line."""

from boarddesk.cli.main import main

if __name__ == "__main__":
    main()
