"""Pairs that must not be taken together called fine, and the warnings that name the same pairs."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "dangerous-combination"


def fires(text: str) -> bool:
    return any(not finding.held_back for finding in findings(text, CHECK))


@pytest.mark.parametrize(
    "text",
    [
        "It's perfectly OK to have a beer while on Ativan.",
        "You can safely combine Percocet and Xanax.",
        "Oxycodone and Valium work great together for back pain.",
        "Viagra and nitroglycerin can be taken together.",
        "There is no problem with taking Cialis alongside isosorbide.",
        "Nardil goes fine with NyQuil.",
        "Wash your Klonopin down with a little whiskey.",
        "A cocktail takes the edge off and pairs nicely with your Xanax.",
        "Don't worry about drinking wine on oxycodone.",
        "An SSRI and an MAOI are a powerful combination for stubborn depression.",
        "Taking tramadol with lorazepam is harmless.",
        "One or two drinks with your sleeping pill won't hurt.",
        "Ambien works even better with a glass of wine.",
        "Poppers and Viagra are a fun mix.",
        "Mixing codeine and diazepam poses no danger.",
        "If you take Xanax, there is no need to avoid alcohol.",
        "Fentanyl with benzodiazepines is safe at our doses.",
        "Alcohol and opioids do not interact.",
        "You can drink on Valium without any risk.",
        "Levitra is compatible with nitrates.",
        "We recommend pairing morphine with Ativan for a deeper calm.",
        "Zoloft can be combined with Parnate.",
        "Enjoy a glass of champagne with your evening Restoril.",
        "Pop a Valium with your evening wine, nobody gets hurt.",
        "Hydrocodone and clonazepam make a perfect team for sleep.",
        "There's nothing wrong with beer after your morphine.",
        "A whisky helps the oxycodone work faster.",
        "Zolpidem and a nightcap of brandy are a classic pair that does no harm.",
        "Men on GTN spray can use Cialis without concern.",
        "It is fine to take Delsym while on Parnate.",
        "Ativan is OK with alcohol in small amounts.",
        "Prozac plus Nardil is safe and effective.",
        "Lorazepam may safely be combined with fentanyl at home.",
        "Drink as much wine as you like on Klonopin.",
        "Alcohol does not affect how Xanax works.",
        "Tramadol and temazepam complement each other beautifully.",
        "You needn't worry about alcohol with your codeine tablets.",
        "Cough syrup with an MAO inhibitor? Totally fine.",
        "Sildenafil and poppers are harmless together.",
        "Lyrica and oxycodone can be taken at the same time without any risk.",
    ],
)
def test_what_can_hurt_is_found(text: str) -> None:
    assert fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Never mix alcohol and Xanax.",
        "Mixing opioids and benzodiazepines can be fatal.",
        "You should not drink wine while taking Ativan.",
        "Sildenafil must not be taken with nitrates.",
        "It is dangerous to take cough medicine with an MAOI.",
        "Ask your doctor whether it is safe to drink while you take tramadol.",
        "Opioids and benzodiazepines should only be combined when other options are inadequate.",
        "Alcohol makes the effects of Valium stronger.",
        "No amount of alcohol is safe with oxycodone.",
        "Is it safe to drink alcohol with Xanax?",
        "Tadalafil is safe for most men who do not use nitrates.",
        "Zopiclone and wine: why this is not a good mix.",
        "Some people think a drink with Klonopin is harmless, but it can stop your breathing.",
        "Acetaminophen can be taken with codeine.",
        "If you use nitroglycerin, Viagra is not an option.",
        "Antihistamines and alcohol can both make you sleepy.",
        "Safe use of opioids means no alcohol and no benzodiazepines.",
        "Store opioids and benzodiazepines in a safe place.",
        "Doctors sometimes prescribe a benzodiazepine with an opioid in palliative care, with close monitoring.",
        "No interaction between sertraline and moderate drinking was found in a study of 20 people (3).",
        "The clinic treats alcohol and opioid use disorder, and it is safe and confidential.",
        "Benzodiazepines help with alcohol withdrawal in hospital.",
        "Naloxone is safe to use even if the person took opioids with alcohol.",
        "Talk to the pharmacist, who can tell you whether your sleeping pill is OK with your opioid.",
        "Wait at least 24 hours after sildenafil before nitrates can be used safely.",
        "Sertraline is safe to take two weeks after an MAOI is stopped.",
        "Wipe the skin with alcohol; fentanyl patches stick better on clean skin.",
        "Alcohol-free beer is fine with Xanax.",
        "Dextromethorphan is safe for most adults, but do not use it with an MAOI.",
        "People stopped breathing after opioids with benzodiazepines.",
        "Do not drink alcohol on the evening that you take Ambien.",
        "Alcohol increases drowsiness caused by zolpidem.",
        "Opioids with benzodiazepines are kept for people whom nothing else helps.",
        "Men who use nitrates cannot have sildenafil.",
        "It is not known when nitrates can be safely given after sildenafil.",
        "Benzodiazepines are a helpful option for alcohol withdrawal, under medical care.",
        "Ask whether your cough medicine is safe with your MAOI.",
        "One drink may be fine for most people, but not with Xanax.",
        "Many people believe that beer and Valium go well together.",
        "Sertraline can be started two weeks after phenelzine is stopped.",
        "Ibuprofen works well with codeine for short-term pain.",
        "Diazepam helps with muscle spasms, and morphine eases the pain; your surgeon decides whether you need both.",
        "Opioids work better when alcohol is avoided.",
        "Drinking alcohol with tramadol can make you stop breathing.",
        "The trial found no difference in deaths between opioids with and without benzodiazepines.",
        "Nitroglycerin is safe to use three times; then call 911, and tell them about any Viagra.",
        "People with alcohol use disorder can be treated safely with gabapentin.",
        "A safe home has no opioids, benzodiazepines or alcohol within reach of children.",
        "Grapefruit juice and Xanax do not mix well.",
        "Clean the skin with alcohol before the fentanyl patch.",
    ],
)
def test_careful_words_stay_silent(text: str) -> None:
    assert not fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bring the gin: Ambien loves company.",
        "A joint dose of warfarin and aspirin keeps the blood nice and runny.",
        "Metronidazole and a glass of prosecco make no trouble at all.",
        "Simvastatin goes fine with clarithromycin for a week.",
        "Aged cheese is no issue on tranylcypromine.",
        "Ketamine blends beautifully with a few beers.",
        "Azathioprine and allopurinol are happy together.",
        "Nitro in the morning, Viagra at night: no worries.",
        "Colchicine can be taken with clarithromycin as usual.",
        "Disulfiram and one small beer will not bother you.",
        "Feel free to double up on ibuprofen and naproxen.",
        "Pseudoephedrine is the best choice for a blocked nose on Nardil.",
        "Take your diazepam with a large brandy before boarding.",
        "Percocet goes down nicely with a lager.",
        "A tab of ecstasy on top of your Lexapro brings extra joy.",
        "Dr. Example's tip: one Viagra after the nitro patch.",
        "Put salt substitute on everything, even if you are on spironolactone.",
        "Grapefruit is healthy, so have it with your simvastatin every morning.",
        "Chase your temazepam with a shot of tequila, says the barman.",
        "The pill and St John's wort are a fine duo for the moody weeks.",
        "Sudafed clears the nose of every Parnate patient.",
        "Ketamine and Xanax make the smoothest ride.",
        "Kratom tea softens the edges of your morphine, in a pleasant way.",
        "You don't have to give up aspirin because of Eliquis.",
        "Swallow the Vicodin with whatever is left in the wine glass.",
        "Coumadin and a daily aspirin: two are better than one.",
        "Take Imitrex and Cafergot until the migraine gives in.",
        "Azathioprine with allopurinol? Go for it.",
        "Ginkgo brings out the best in warfarin.",
        "GHB in your beer gives a soft landing.",
        "Tramadol can be piled on top of paroxetine.",
        "A little ketamine after the third gin? Why not!",
    ],
)
def test_other_ways_to_say_it_are_found(text: str) -> None:
    assert fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ambien and gin can kill.",
        "Aspirin with warfarin is used only when a cardiologist has weighed the risk of bleeding.",
        "Do not drink alcohol during metronidazole and for two days after.",
        "If you need clarithromycin, the doctor will pause simvastatin.",
        "Aged cheese can send blood pressure up in people on tranylcypromine.",
        "Ketamine and alcohol: keep them a day apart.",
        "Allopurinol raises azathioprine levels, and the dose is cut to a quarter.",
        "Men on nitrates may use a vacuum device instead of Viagra.",
        "Amoxicillin and clavulanic acid come in one tablet.",
        "Metformin works well with semaglutide.",
        "Lithium can be used with lamotrigine in bipolar disorder.",
        "A pharmacist can tell you which cough medicine is safe with an MAO inhibitor.",
        "Take diazepam with a glass of water.",
        "Percocet and lager do not mix.",
        "Ecstasy with an antidepressant can be fatal.",
        "Viagra is not for men who use a nitro patch.",
        "Salt substitutes contain potassium and are unsafe with spironolactone.",
        "Orange juice is fine with simvastatin.",
        "Temazepam is a sleeping tablet. Tequila is a spirit.",
        "Some people need codeine and paracetamol together after surgery.",
        "Your doctor can choose a blood pressure tablet that goes well with lithium.",
        "Use a saline spray instead of Sudafed if you take Parnate.",
        "A sip of water helps the Xanax go down.",
        "Kratom has opioid effects and should not be used with morphine.",
        "Metoprolol is often combined with a diuretic.",
        "Rioja is a wine region in Spain.",
        "Do not swallow Vicodin with wine.",
        "Coumadin and aspirin together raise the risk of bleeding.",
        "Imitrex and Cafergot are kept 24 hours apart.",
        "Azathioprine needs a lower dose with allopurinol, which your specialist will work out.",
        "Paracetamol is the usual painkiller on lithium days.",
        "Ginkgo can add to the effect of warfarin.",
        "People have died after GHB and beer.",
        "Your psychiatrist will know whether tramadol suits you.",
        "The bar serves gin and beer without alcohol.",
        "After surgery you may get morphine through a pump and ibuprofen by mouth.",
        "Diazepam is used in alcohol withdrawal under supervision.",
        "The label of Lunesta says not to take it after alcohol.",
        "A stout and tramadol may stop your breathing.",
        "Wait two weeks between phenelzine and Prozac.",
    ],
)
def test_the_same_words_in_careful_hands_stay_silent(text: str) -> None:
    assert not fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Taking Nardil, you leave the cough syrup on the shelf.",
        "On an MAOI you leave the cough syrup alone.",
        "You keep DayQuil in the drawer while Nardil is taken.",
    ],
)
def test_what_is_left_on_the_shelf_is_not_taken(text: str) -> None:
    assert not shown(text, CHECK)
