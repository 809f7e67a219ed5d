### "Which permit do I need?": words of its pages and of its interface for programs.

## Faults

fault-permits-day = This date does not exist. Write it like this: 2026-11-21.
fault-permits-answers = There are too many answers, or one is too long. Start the questions again.
fault-permits-option = This answer does not belong to the question “{ $question }”. Choose one from the list.
