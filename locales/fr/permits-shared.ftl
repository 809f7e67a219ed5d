# Pages of a file that somebody else than its applicant reads, by a mandate: each stands for the text without `-shared`.

permits-file-sent-shared = Le dossier est envoyé
permits-file-reference-shared = Numéro de dossier
permits-held-open-shared = Voir l’autorisation
permits-what-you-sent-shared = Ce qui a été envoyé
permits-your-documents-shared = Documents
permits-your-answers-shared = Réponses
permits-who-looked-shared = Qui a consulté le dossier
permits-consents-shared = Accord des personnes majeures à l’adresse indiquée
permits-harmful-shared = { $count ->
    [one] Nous avons supprimé un document de ce dossier
   *[other] Nous avons supprimé { $count } documents de ce dossier
}
permits-harmful-text-shared = Notre antivirus a trouvé un programme nuisible. Si le service a encore besoin d’un document, il le demandera. Vérifiez l’appareil d’où il vient avant d’envoyer autre chose.
permits-document-notice-answer-shared = Pièce jointe à la réponse
permits-state-missing-items-shared = Nous attendons des documents
permits-next-submitted-shared = Le service des armes va regarder si le dossier est complet. Si quelque chose manque, il l’écrit ici.
permits-next-completeness-shared = Le service vérifie les documents et les réponses. Il n’y a rien à faire pour l’instant.
permits-next-missing-items-shared = Le dossier avance dès que le service a reçu une réponse.
permits-next-answered-shared = Le service lit la réponse. Il n’y a rien d’autre à faire pour l’instant.
permits-next-overdue-shared = Le délai pour décider est dépassé. Un recours est possible, et le service peut encore décider.
permits-next-notice-over-shared = Le service poursuit l’examen du dossier. Il n’y a rien à faire pour l’instant.
permits-next-granted-shared = La demande est acceptée. La suite se trouve sous « Mes autorisations ».
permits-next-granted-conditions-shared = La demande est acceptée. Lisez bien les conditions. La suite se trouve sous « Mes autorisations ».
permits-next-refused-shared = La demande est refusée. La décision dit pourquoi, et comment la contester.
permits-next-inadmissible-shared = La demande n’a pas pu être examinée sur le fond. La décision dit pourquoi, et comment la contester.
permits-next-withdrawn-shared = Cette demande a été retirée. Le service n’y donne pas suite.
permits-next-appealed-shared = Le recours est noté. Tant qu’il n’y a pas de réponse, la décision reste d’application. Il n’y a rien à faire ici pour l’instant.
permits-next-appeal-minister-shared = Le ministre a rejeté le recours. Ci-dessous se trouve le dernier jour pour aller au Conseil d’État.
permits-next-appeal-council-of-state-shared = Le Conseil d’État a rejeté le recours. La décision est définitive.
permits-next-reversed-shared = Le recours a abouti : la décision est annulée. Le service reprend le dossier pour prendre une nouvelle décision. Il n’y a rien à faire pour l’instant.
permits-next-recorded-shared = Le service a pris note de la réponse. Il n’y a plus rien à faire.
permits-next-control-not-in-order-shared = Le service a des questions sur l’autorisation. Rien n’est décidé : une réponse sera possible avant toute décision. La suite se trouve dans le dossier de l’autorisation.
permits-notice-answered-at-shared = Réponse envoyée le { $date }. Elle peut encore être complétée.
permits-notice-answered-on-shared = Réponse envoyée le { $date }.
permits-notice-answered-until-shared = Réponse envoyée le { $date }. Elle peut encore être complétée jusqu’au { $until } inclus.
permits-notice-your-answer-shared = Réponse
permits-event-items-asked-shared = Le service demande des documents ou des précisions
permits-event-notice-sent-shared = Le service écrit ce qu’il envisage et attend une réaction
permits-event-issued-shared = La décision est dans le dossier
permits-event-appeal-lodged-shared = Le recours est noté
permits-event-appeal-minister-confirmed-shared = Décision du ministre du { $date } : le recours est rejeté
permits-event-appeal-minister-reversed-shared = Décision du ministre du { $date } : le recours est accueilli
permits-event-appeal-council-of-state-confirmed-shared = Arrêt du Conseil d’État du { $date } : le recours est rejeté
permits-event-appeal-council-of-state-reversed-shared = Arrêt du Conseil d’État du { $date } : le recours est accueilli
permits-event-examination-opened-shared = Le service réexamine l’autorisation
permits-event-examination-closed-shared = L’autorisation reste valable
permits-event-notice-answered-shared = La réponse est arrivée
permits-payment-frozen-shared = Le montant est celui en vigueur le { $date }, jour de la demande.
