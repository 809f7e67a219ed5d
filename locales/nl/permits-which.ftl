### "Which permit do I need?": words of its pages and of its interface for programs.

## Faults

fault-permits-day = Deze datum bestaat niet. Schrijf ze zo: 2026-11-21.
fault-permits-answers = Er zijn te veel antwoorden, of een antwoord is te lang. Begin de vragenlijst opnieuw.
fault-permits-option = Dit antwoord hoort niet bij de vraag ‘{ $question }’. Kies een antwoord uit de lijst.
