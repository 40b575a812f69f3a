"""Treatment by web form, and forms that are only a first step."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "treatment-by-web-form"


def fires(text: str) -> bool:
    return any(not finding.held_back for finding in findings(text, CHECK))


@pytest.mark.parametrize(
    "text",
    [
        "Take our 3-minute quiz and receive a prescription for semaglutide.",
        "Complete the questionnaire and your lozenges ship the same day.",
        "Fill out a short form to get your personalized dose.",
        "No doctor visit needed.",
        "Get diagnosed with ADHD in under ten minutes.",
        "Our chatbot prescribes the right antidepressant for you.",
        "You are approved by our algorithm, no appointment, no phone call.",
        "Submit the intake and start testosterone tomorrow.",
        "Skip the waiting room: answer a few questions and we send your antibiotics.",
        "The app diagnoses depression from 12 questions.",
        "Your dose is set by a five-question survey.",
        "Get your ketamine prescription online in 5 minutes.",
        "Just complete the assessment, and your medication is on its way.",
        "Without ever talking to a doctor you can have your pens by Friday.",
        "One online form, instant diagnosis, medicine at your door.",
        "Tick a few boxes and your medication ships tonight.",
        "Five quick questions stand between you and your ketamine.",
        "Our online form replaces the doctor's visit.",
        "Complete the survey to receive your testosterone prescription instantly.",
        "Let our AI prescribe your antidepressant.",
        "Take the test and get diagnosed today.",
        "No need to speak with a physician: submit the form and we mail your pills.",
        "Receive your Adderall after a 60-second quiz.",
        "A prescription is just three clicks away.",
        "Fill out the questionnaire, pay, and the pens are yours.",
    ],
)
def test_what_can_hurt_is_found(text: str) -> None:
    assert fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fill in the form, and a doctor will call you to discuss treatment.",
        "Complete the questionnaire so that our clinicians can review it before your video visit.",
        "This quiz is not a diagnosis.",
        "The questionnaire was completed by 300 participants before treatment.",
        "Answer these questions to see whether you should talk to a doctor.",
        "Take the PHQ-9 to your next appointment.",
        "You can fill out your intake forms online before your visit.",
        "Flu shots: no appointment needed.",
        "Use the symptom checker to decide whether to call 111.",
        "Get your results in minutes.",
        "You will receive a diagnosis after a full evaluation by a psychiatrist.",
        "Call your doctor if you do not get an answer within two hours.",
        "People treated in hospital with antibiotics did well.",
        "Online quizzes cannot tell you whether you have ADHD.",
        "A provider reviews your form and may prescribe treatment if it suits you.",
        "Refill your prescription in the app in minutes.",
        "You must complete a consent form and take your medication as usual.",
        "Take your tablets and complete the survey.",
        "Do the breathing exercise and take your medicines.",
        "Fill out the form and we will call you to set up a visit with a psychiatrist.",
        "Complete the form before your appointment so that the nurse can prepare your treatment.",
        "The quiz takes two minutes and is for information only.",
        "Our physicians review every questionnaire and decline one in five.",
        "Answer the questions honestly, and take your answers to your doctor.",
        "The questionnaire asks about sleep, mood and pain.",
        "Participants completed a survey and received treatment for eight weeks.",
        "A quick online assessment helps you find out whether a visit makes sense.",
        "Take a depression test and share the result with a clinician.",
        "Sign up for the newsletter and get a free meal plan.",
        "Your pharmacist can renew your prescription within two days.",
        "You can request a prescription refill with a short form.",
    ],
)
def test_careful_words_stay_silent(text: str) -> None:
    assert not fires(text)
