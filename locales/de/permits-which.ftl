### "Which permit do I need?": words of its pages and of its interface for programs.

## Faults

fault-permits-day = Dieses Datum gibt es nicht. Schreiben Sie es so: 2026-11-21.
fault-permits-answers = Es sind zu viele Antworten, oder eine ist zu lang. Beginnen Sie den Fragebogen neu.
fault-permits-option = Diese Antwort gehört nicht zur Frage „{ $question }“. Wählen Sie eine aus der Liste.
