### "Which permit do I need?": words of its pages and of its interface for programs.

## Faults

fault-permits-day = Cette date n’existe pas. Écrivez-la ainsi : 2026-11-21.
fault-permits-answers = Il y a trop de réponses, ou l’une est trop longue. Recommencez le questionnaire.
fault-permits-option = Cette réponse n’est pas proposée pour la question « { $question } ». Choisissez-en une de la liste.

## Outcome

permits-which-change = Modifier la réponse : { $question }
permits-which-procedure = Démarche
