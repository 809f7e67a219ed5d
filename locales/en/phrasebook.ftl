# The crisis phrasebook: every word of an alert that the portal writes itself.
# Arguments: $areas is a formatted list of municipalities; the others are the
# parameters of the scenario (content/scenarios.toml). An optional parameter
# that was not filled in arrives as the text "none".

## gas-leak

alert-gas-leak-event = Gas leak
alert-gas-leak-headline = Gas leak – { $areas }: move away
alert-gas-leak-description = There is a gas leak. Place: { $place }. Area concerned: { $areas }. The emergency services are at work.
alert-gas-leak-instruction =
    { $radius ->
        [none] Move away from this place: { $place }.
       *[other] Move more than { $radius } away from this place: { $place }.
    }
    Leave on foot. Do not start a vehicle.
    No flames, no cigarettes.
    Indoors, do not touch light switches or doorbells. Do not use the phone.
    Smell of gas at home? Open the windows if it does not delay you. Leave by the stairs, not the lift.
    Call 112 once you are outside, and only if there is danger.
    Come back when the authorities say you can.

## toxic-smoke

alert-toxic-smoke-event = Toxic smoke
alert-toxic-smoke-headline = Toxic smoke – { $areas }: stay indoors
alert-toxic-smoke-description = Smoke that is harmful to health is spreading. Source: { $place }. Area concerned: { $areas }.
alert-toxic-smoke-instruction =
    { $radius ->
        [none] Go into a building and stay there. Source of the smoke: { $place }.
       *[other] Go into a building and stay there, above all within { $radius } of this place: { $place }.
    }
    Close doors and windows.
    Turn off ventilation, cooker hood and air conditioning.
    No shelter nearby? Move away from the smoke, across the wind.
    In a car: close the windows, turn off the ventilation, leave the area.
    Do not go to fetch children: the school keeps them safe indoors.
    Call 112 only if there is danger or if someone has trouble breathing.
    Wait for the end of the alert before you go out and air the rooms.

## fire

alert-fire-event = Fire
alert-fire-headline = Fire – { $areas }: keep your distance
alert-fire-description = There is a fire. Place: { $place }. Area concerned: { $areas }. Firefighters are at work.
alert-fire-instruction =
    { $radius ->
        [none] Keep away from this place: { $place }.
       *[other] Stay more than { $radius } away from this place: { $place }.
    }
    Leave the way clear for the emergency services.
    Smoke coming towards you? Go in, close doors and windows, turn off the ventilation.
    Fire in your building? Get out, close the doors behind you, do not take the lift.
    Smoke blocks the way out? Stay in a closed room, seal the bottom of the door, show yourself at the window.
    Call 112 if you are in danger.
    Do not go back in until firefighters agree.

## flood

alert-flood-event = Flood
alert-flood-headline = Flood – { $areas }: move to higher ground
alert-flood-description =
    Water is rising or may rise fast. { $place ->
        [none] Several places may be affected.
       *[other] Place: { $place }.
    } Area concerned: { $areas }.
alert-flood-instruction =
    { $place ->
        [none] Leave cellars, underground car parks and low-lying streets.
       *[other] Move away from this place: { $place }. Leave cellars and underground car parks.
    }
    If the water comes near, go upstairs.
    Do not walk or drive through water, even if it is shallow.
    Avoid tunnels and the water’s edge.
    Turn off power and gas if you can do so while dry and safe.
    Do not touch wet electrical devices.
    Do not go back down to save belongings.
    Call 112 if someone is in danger.

## storm

alert-storm-event = Storm
alert-storm-headline = Storm – { $areas }: stay indoors
alert-storm-description =
    Strong winds are blowing or expected. Trees and objects may fall. Area concerned: { $areas }. { $from ->
        [none] The alert applies from now.
       *[other] Expected start: { $from }.
    } { $until ->
        [none] The end time is not known yet.
       *[other] Expected end: { $until }.
    }
alert-storm-instruction =
    Stay indoors, away from windows.
    Bring in loose objects, only while the wind is still light.
    Keep out of parks and woods.
    Put off journeys. Do not park under a tree.
    Outdoors, keep away from trees, building fronts and scaffolding.
    Do not touch a cable lying on the ground.
    Do not climb onto the roof.
    Call 112 only if someone is in danger.

## heat

alert-heat-event = Extreme heat
alert-heat-headline = Extreme heat – { $areas }: drink water and keep cool
alert-heat-description =
    Very hot weather is expected or under way. Heat is hard on the body, above all for older people, people who are ill and young children. Area concerned: { $areas }. { $from ->
        [none] The alert applies from now.
       *[other] Expected start: { $from }.
    } { $until ->
        [none] The end time is not known yet.
       *[other] Expected end: { $until }.
    }
alert-heat-instruction =
    Drink water often, even if you are not thirsty.
    Stay cool. Keep curtains and windows closed by day, air the rooms at night.
    Avoid sun and effort in the hottest hours.
    Check on people who live alone or are frail.
    Never leave a person or an animal in a car.
    Do not swim in the canal or in ponds.
    Someone is confused, very hot or unconscious? Call 112, move them to a cool place and wet their skin.

## cold

alert-cold-event = Extreme cold
alert-cold-headline = Extreme cold – { $areas }: keep warm
alert-cold-description =
    Very cold weather is expected or under way. Ground may be slippery. Area concerned: { $areas }. { $from ->
        [none] The alert applies from now.
       *[other] Expected start: { $from }.
    } { $until ->
        [none] The end time is not known yet.
       *[other] Expected end: { $until }.
    }
alert-cold-instruction =
    Go out as little as possible. Dress warmly, above all head and hands.
    Walk and drive slowly: there may be ice.
    Do not heat with a barbecue, camping stove or oven: risk of carbon monoxide poisoning.
    Do not block air vents.
    Check on people who live alone or are frail.
    Headache or feeling unwell near a heater? Get outside and call 112.
    Someone outdoors no longer responds? Call 112.

## power-cut

alert-power-cut-event = Power cut
alert-power-cut-headline = Power cut – { $areas }
alert-power-cut-description =
    The electricity is off. { $place ->
        [none] Several streets may be affected.
       *[other] Place: { $place }.
    } Area concerned: { $areas }. { $until ->
        [none] It is not known yet when power will be back.
       *[other] Power expected back: { $until }.
    }
alert-power-cut-instruction =
    Turn off hob, oven and iron.
    Use a torch rather than a candle.
    Keep fridge and freezer closed.
    No barbecue or generator indoors: risk of carbon monoxide poisoning.
    Do not take the lift.
    Save your phone battery.
    Traffic lights out? Slow down and follow the priority rules.
    Help neighbours who depend on a medical device.
    Do not call 112 about the power cut, only if someone is in danger.

## water-not-drinkable

alert-water-not-drinkable-event = Tap water not safe to drink
alert-water-not-drinkable-headline = Tap water not safe – { $areas }: do not drink it
alert-water-not-drinkable-description =
    For now, tap water is not safe to drink. { $place ->
        [none] The whole area may be affected.
       *[other] Place: { $place }.
    } Area concerned: { $areas }. { $until ->
        [none] The end time is not known yet.
       *[other] Expected end: { $until }.
    }
alert-water-not-drinkable-instruction =
    Do not drink tap water. Do not give it to animals.
    Do not use it to cook, wash food, prepare baby bottles, make ice or brush your teeth.
    Use bottled water.
    Boiling is not always enough: do it only if the authorities advise it.
    You may flush the toilet. For showers and laundry, follow the authorities’ advice.
    Ill after drinking it? Call your doctor, or 112 if it is serious.

## emergency-numbers-outage

alert-emergency-numbers-outage-event = Emergency numbers out of order
alert-emergency-numbers-outage-headline = Emergency numbers hard to reach – { $areas }
alert-emergency-numbers-outage-description =
    { $numbers ->
        [none] Calls to 112 and 101 may not get through.
       *[other] Calls to this emergency number or these numbers may not get through: { $numbers }.
    } Area concerned: { $areas }. { $until ->
        [none] It is not known yet when calls will work again.
       *[other] Expected to work again: { $until }.
    }
alert-emergency-numbers-outage-instruction =
    In an emergency, try 112 once, then 101, from another phone too if you can.
    No answer? Go to the nearest police station, fire station or hospital, or send someone.
    Ask people around you for help. Wave to a police patrol or an ambulance.
    Do not call just to test.
    Keep the lines free: send messages rather than calling.
    Check on neighbours who are ill or alone.
    A new message will tell you when calls work again.

## demonstration

alert-demonstration-event = Demonstration
alert-demonstration-headline = Demonstration – { $areas }: plan another route
alert-demonstration-description =
    A demonstration is planned or under way. Place: { $place }. Area concerned: { $areas }. { $from ->
        [none] This information applies from now.
       *[other] Expected start: { $from }.
    } { $until ->
        [none] The end time is not known yet.
       *[other] Expected end: { $until }.
    } { $people ->
        [none] The number of people expected is not known.
        [one] About { $people } person is expected.
       *[other] About { $people } people are expected.
    }
alert-demonstration-instruction =
    Not taking part? Avoid this place: { $place }.
    Allow more time and check your route before you leave.
    Follow police directions on site.
    Leave the way clear for the emergency services.
    In a crowd, note the exits and do not push. If it gets too dense, move out to the side.
    Tension near you? Walk away calmly.
    In danger? Police: 101. Ambulance and fire service: 112.

## traffic-disruption

alert-traffic-disruption-event = Traffic disruption
alert-traffic-disruption-headline = Traffic disruption – { $areas }
alert-traffic-disruption-description =
    Road traffic or public transport is badly disrupted. Place: { $place }. Area concerned: { $areas }. { $until ->
        [none] The end time is not known yet.
       *[other] Expected end: { $until }.
    }
alert-traffic-disruption-instruction =
    Avoid this place: { $place }.
    Put off your journey or take another route.
    Check your route before you leave.
    In a queue, leave a lane clear for the emergency services.
    In a stopped metro, tram or train, stay on board and follow the staff. Do not step onto the tracks.
    Call 112 only if someone is hurt or in danger.

## suspicious-object

alert-suspicious-object-event = Suspicious object
alert-suspicious-object-headline = Suspicious object – { $areas }: keep your distance
alert-suspicious-object-description = The police are checking a suspicious object. Place: { $place }. Area concerned: { $areas }.
alert-suspicious-object-instruction =
    { $radius ->
        [none] Leave this place and its surroundings: { $place }.
       *[other] Move more than { $radius } away from this place: { $place }.
    }
    Do not touch or move anything.
    Police ask you to stay indoors? Keep away from windows.
    Respect the cordon and follow the police.
    Do not go to look and do not film.
    You see another worrying object? Move away first, then call 101.
    Come back when the police lift the cordon.

## terrorist-threat

alert-terrorist-threat-event = Terrorist threat
alert-terrorist-threat-headline = Terrorist threat – { $areas }: get to safety
alert-terrorist-threat-description =
    The authorities report a terrorist threat. { $place ->
        [none] The exact place has not been given.
       *[other] Place: { $place }.
    } Area concerned: { $areas }.
alert-terrorist-threat-instruction =
    { $place ->
        [none] Get away from the danger if there is a safe way. Leave your things.
       *[other] Get away from this place if there is a safe way: { $place }. Leave your things.
    }
    If not, hide: block the door, turn off the light, silence your phone.
    Once safe, call 112 or 101 to ask for help or say what you saw.
    Show the police your empty hands and do as they say.
    Elsewhere, stay indoors and do not go there.
    Do not post images of the police or rumours.
    Follow official information.

## missing-person

alert-missing-person-event = Missing person
alert-missing-person-headline = Missing person – { $areas }: police ask for your help
alert-missing-person-description = The police are looking for a missing person. Last known place: { $place }. Since: { $since }. Area concerned: { $areas }.
alert-missing-person-instruction =
    Read the police notice.
    Last known place: { $place }. Look in your garden, cellar and garage too.
    You think you see the person now? Call 101 and say where.
    In danger or hurt? Call 112.
    Do not step in alone and do not run your own investigation.
    Share only the official notice, without photos or comments of your own.
    Person found? Delete what you shared.

## park-closed

alert-park-closed-event = Parks closed
alert-park-closed-headline = Parks closed – { $areas }
alert-park-closed-description =
    { $place ->
        [none] Parks and green spaces are closed for your safety.
       *[other] This green space is closed for your safety: { $place }.
    } Area concerned: { $areas }. { $until ->
        [none] The reopening time is not known yet.
       *[other] Expected to reopen: { $until }.
    }
alert-park-closed-instruction =
    { $place ->
        [none] Do not enter parks, even if a gate is open.
       *[other] Do not enter here, even if a gate is open: { $place }.
    }
    Already inside? Leave by the nearest exit and avoid the trees.
    Do not cross barriers or tape.
    Take another way.
    Wait until reopening is announced.
    Call 112 only if someone is in danger.

## avoid-area

alert-avoid-area-event = Area to avoid
alert-avoid-area-headline = Area to avoid – { $areas }
alert-avoid-area-description =
    An incident is under way. Place: { $place }. Area concerned: { $areas }. { $until ->
        [none] The end time is not known yet.
       *[other] Expected end: { $until }.
    }
alert-avoid-area-instruction =
    { $radius ->
        [none] Do not go to this place: { $place }.
       *[other] Stay more than { $radius } away from this place: { $place }.
    }
    Outdoors there? Leave calmly.
    Indoors there? Stay in, unless the emergency services ask you to leave.
    Leave the way clear for the emergency services.
    Do not go to look and do not film people.
    Call 112 only if there is danger.

## provincial-phase

alert-provincial-phase-event = Provincial crisis phase
alert-provincial-phase-headline = Provincial phase of crisis management – { $areas }
alert-provincial-phase-description =
    The provincial phase of crisis management has been declared: the services’ work is coordinated for the whole Region. Area concerned: { $areas }. { $from ->
        [none] The decision applies from now.
       *[other] Start: { $from }.
    }
alert-provincial-phase-instruction =
    This decision organises the work of the services. By itself it requires nothing of you.
    Follow the advice given for your municipality.
    Use official sources. Do not pass on rumours.
    Keep your phone charged.
    Check on people who live alone or are frail.
    Do not call 112 or 101 for information, only if there is danger.

## crisis-centre-activation

alert-crisis-centre-activation-event = Regional crisis centre activated
alert-crisis-centre-activation-headline = Regional crisis centre activated – { $areas }
alert-crisis-centre-activation-description =
    The regional crisis centre has been activated. It follows the situation and coordinates the services. Area concerned: { $areas }. { $from ->
        [none] The decision applies from now.
       *[other] Start: { $from }.
    }
alert-crisis-centre-activation-instruction =
    The services are following the situation closely. You do not need to do anything special for now.
    Follow the advice if a message gives you some.
    Use official sources. Do not pass on rumours.
    Keep your phone charged.
    Do not call 112 or 101 for information, only if there is danger.

## planned-event

alert-planned-event-event = Planned event
alert-planned-event-headline = Planned event – { $name }
alert-planned-event-description =
    { $name }. Place: { $place }. Area concerned: { $areas }. Expected start: { $from }. { $until ->
        [none] The end time is not known yet.
       *[other] Expected end: { $until }.
    } { $people ->
        [none] The number of people expected is not known.
        [one] About { $people } person is expected.
       *[other] About { $people } people are expected.
    }
alert-planned-event-instruction =
    Allow more time around this place: { $place }.
    Come on foot, by bicycle or by public transport if you can.
    Check your route before you leave.
    On site, note the exits and first-aid posts. Agree on a meeting point.
    Do not leave bags unattended.
    Follow the directions of the organisers and the police.
    In danger? Police: 101. Ambulance and fire service: 112.

## health-measure

alert-health-measure-event = Public health measure
alert-health-measure-headline = Public health measure – { $areas }
alert-health-measure-description =
    The authorities are taking a measure to protect everyone’s health. Area concerned: { $areas }. { $from ->
        [none] The measure applies from now.
       *[other] Start: { $from }.
    } { $until ->
        [none] The end date is not known yet.
       *[other] Expected end: { $until }.
    }
alert-health-measure-instruction =
    Read the measure on the alert’s page and apply it.
    Wash your hands often and air the rooms.
    Ill? Stay at home and phone your doctor before you go there.
    Protect frail people around you.
    Do not stop a treatment without medical advice.
    Do not go to the emergency department just for information.
    Call 112 only if a life is in danger.

## drill

alert-drill-event = Exercise
alert-drill-headline = Emergency services are training: { $areas }
alert-drill-description =
    The emergency services are training. { $place ->
        [none] There is no danger.
       *[other] There is no danger. Place: { $place }.
    } Area concerned: { $areas }. { $from ->
        [none] The exercise is under way now.
       *[other] Expected start: { $from }.
    } { $until ->
        [none] The end time is not known yet.
       *[other] Expected end: { $until }.
    }
alert-drill-instruction =
    This is an exercise. You do not need to do anything.
    You may see emergency vehicles and people playing a part.
    { $place ->
        [none] Let the teams work and keep your distance.
       *[other] Let the teams work and keep away from this place: { $place }.
    }
    Do not call 112 or 101 about the exercise.
    Real danger? Call 112 or 101 as usual.

## Messages of every scenario

alert-all-clear-event = End of alert: { $event }
alert-all-clear-headline = End of alert – { $event } – { $areas }
alert-all-clear-description = This alert has ended: { $event }. Area concerned: { $areas }.
alert-all-clear-instruction =
    The alert has been lifted. You can go back to your usual activities.
    Keep following any directions given on site.
    After smoke or gas, air the rooms well.
    Do not call 112 for information.
    Thank you for following the advice.
alert-cancelled-event = Alert cancelled: { $event }
alert-cancelled-headline = Alert sent by mistake – { $event } – { $areas }
alert-cancelled-description = This alert was sent by mistake and is cancelled: { $event }. Area concerned: { $areas }.
alert-cancelled-instruction =
    Please disregard it. You do not need to do anything.
    Do not call 112 or 101 about it.
    If you shared it, say that it was a mistake.
    We apologise.
alert-update-prefix = UPDATE
alert-exercise-prefix = EXERCISE – this is not a real alert
alert-exercise-note = This message is part of an exercise. There is no danger and you do not need to do anything.
alert-test-prefix = TEST
push-update-title = UPDATE { $number } – { $headline }
push-all-clear-title = ALL CLEAR – { $headline }
push-cancelled-title = CANCELLED – { $headline }
push-test-title = Test successful
push-test-body = This phone or computer can receive alerts from safe.brussels. This is a test: you do not need to do anything.
alert-next-update = Next information: { $time }
alert-issued-by = Issued by: { $authority }
authority-safe-brussels = safe.brussels
authority-high-official = High Official
authority-minister-president = Minister-President of the Brussels-Capital Region
authority-mayor = Mayor – { $areas }
alert-not-be-alert = This service complements BE-Alert, 112 and 101. It does not replace them.
