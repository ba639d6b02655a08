"""`python -m tensionwire`: the command, where its script is not on the path."""

from tensionwire.cli.main import main

if __name__ == "__main__":
    main()
