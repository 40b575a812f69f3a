"""The fixed wordings of page furniture, in lower-case ASCII: one RE2 pattern a line, each for a whole line of a page.

A line `# reason` names what the patterns below it are. `<c>` stands for the copyright sign. Furniture is short, so an
open end needs no limit; each limit costs time when the pattern is made.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set, for word lists that read like one."""
    return frozenset(text.split())


def names(text: str) -> frozenset[str]:
    """The names of a list that is parted by commas."""
    return frozenset(" ".join(name.split()) for name in text.split(","))


LINES = r"""
# comment form
(?:add|post|write|submit|leave)(?: a| your| an?other)? (?:new )?(?:comment|reply)s?(?: below| here)?(?: cancel reply)?
leave a (?:reply|comment) to .{1,40}|cancel reply|\d+ comments?|no comments(?: yet)?|comments(?: \(\d+\))?
(?:your|the) e-?mail (?:address )?(?:will|is) not (?:be )?(?:published|shown|public|required).*
required fields are marked.*|fields marked with.*|\* ?required(?: fields?)?
you must be logged in to (?:post|comment).*|be the first to (?:comment|reply).*
(?:your )?(?:name|e-?mail|e-?mail address|website|comment|message|phone|subject) ?(?:\*|\(required\)|\(optional\))
(?:first|last) name ?(?:\*|\(required\)|\(optional\))
save my name, e-?mail.*|notify me of (?:new|follow-?up).*|this site (?:uses akismet|is protected by recaptcha).*
learn how your comment data is processed\.?|(?:one|two|three|\d+) thoughts? on .+
comments (?:are|have been) (?:now )?(?:closed|disabled|turned off).{0,40}
(?:view|show|read|see) (?:all )?\d* ?comments
(?:log ?in|sign ?up|sign ?in|register)(?: or (?:register|sign ?up))? to (?:reply|comment|post|continue|read|see).{0,40}
(?:reply|quote|like|upvote|downvote|permalink)(?: \(\d+\))?|\d+ (?:likes?|replies|reply|upvotes|views|claps)
report this (?:wiki page|page|comment|article|post|ad)
was this (?:(?:article|page|answer|information|content) )?helpful\??.*
# share bar
(?:share|tweet|pin|pin it|print|e-?mail|save)(?: (?:this|recipe|article|page|post|story|on|via|by|to|with|link)){1,3}:?
(?:share|pin)(?: this| article| page| post| story| it){0,2} (?:on|via|to) (?:facebook|twitter|x|linkedin|pinterest):?
share(?: this| article| page| post| story| it){0,2} (?:on|via|by|with) (?:whatsapp|reddit|e-?mail|(?:a )?friends?):?
(?:share|tweet|pin it|print|copy link|shares|\d+ shares?):?|click to (?:share|tweet|print|e-?mail).*
(?:(?:facebook|twitter|linkedin|pinterest|whatsapp|instagram|youtube|tiktok|reddit|e-?mail|print|tweet)[ |,/*]*){2,}
facebook|twitter|linkedin|pinterest|whatsapp|instagram|youtube|tiktok|reddit|x \(twitter\)|shares|save
(?:follow|like|find|connect with|join) us(?: on)?(?: (?:facebook|twitter|x|linkedin|instagram|youtube|tiktok))?:?!?
(?:follow|like|find|connect with|join) us on social(?: media)?:?!?
# cookie notice
(?:we|this (?:web ?)?site|our (?:web ?)?site|this page) (?:and our partners )?uses? cookies.*
by (?:continuing|clicking|using|browsing) .{0,80}(?:agree|consent|accept|use of) .{0,60}cookies.*
we value your privacy\.?|your privacy (?:matters|choices|settings).{0,30}|cookies? on this (?:web ?)?site
accept all|manage (?:options|choices)|(?:do not|don't) sell my .{1,60}|accept|decline|got it!?|i (?:agree|accept)
(?:reject|decline|deny) all|(?:only )?necessary cookies(?: only)?
(?:accept|reject|manage|allow)(?: all)?(?: cookies| preferences| settings)
cookie (?:policy|settings|preferences|notice|consent)
# subscribe box
(?:subscribe|sign up|sign-up|join)(?: now| here| today)?!?|your e-?mail(?: address)?|thank you for subscribing.*
(?:subscribe|sign up) (?:to|for) .{0,60}(?:newsletter|mailing list|updates|e-?mails?|blog).*
(?:join|get) (?:our|the) (?:free |weekly |daily |monthly )?(?:newsletter|mailing list).*
(?:enter|type) your e-?mail(?: address)?.*|(?:get|receive) .{0,60}(?:in|to|into) your inbox.*
(?:no spam|we (?:hate|never send) spam).*|(?:you can )?unsubscribe (?:at )?any ?time.*
(?:view|read|open) (?:this )?(?:e-?mail|newsletter|message)?(?: ?(?:in|on|online in))? (?:your|a|the) (?:web )?browser.*
(?:having )?trouble (?:viewing|reading) this (?:e-?mail|message|newsletter).*|you received this e-?mail.*
you(?:'re| are) (?:receiving|getting) this (?:e-?mail|message|newsletter).*|unsubscribe(?: from this list| here)?
(?:update|manage|change)(?: your)? (?:e-?mail |subscription )?(?:preferences|subscriptions?)
forward (?:this )?to a friend.*
# navigation
(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|main|footer|search|recipe|comments)
(?:back|return|scroll) to (?:the )?(?:top|home|homepage|blog|all posts|articles)
(?:toggle|open|close|main|primary|mobile|hide|show)(?: main| mobile)? (?:navigation|menu|nav|sidebar)(?: menu)?
(?:free|fast) (?:[a-z]{2,10} )?(?:shipping|delivery) on (?:all )?orders.{0,40}|subscribe (?:&|and) save.{0,20}
(?:didn't|did not|couldn't|can't) find (?:your|the|an) answer.{0,60}|menu|navigation|search|search for:?|log ?in
sign ?in|log ?out|my account
(?:previous|next|older|newer) (?:post|article|page|posts|articles|story):?|load more(?: comments| posts)?
(?:<|>|<<|>>|<-|->) ?(?:previous|next|back|older|newer).{0,80}|(?:previous|next|back|older|newer) ?(?:<|>|<<|>>|<-|->)
(?:about )?\d{1,3}[- ]?min(?:ute)?s?[- ](?:read|reading time)|reading time:? .{1,30}
listen to this article(?: .{0,20})?
you are here|you are here: .+|page \d+ of \d+|(?:read|show|see|view|learn) (?:more|less|all)(?: >| ?\.\.\.)?
continue reading.{0,80}|posted in [^.!?]{1,60}|filed under:? [^.!?]{1,60}
(?:tags|tagged|tagged with|topics?|categor(?:y|ies)):? [^.!?]{1,80}|tags: .+|to unsubscribe,? .{1,100}
(?:home|blog|articles|health|conditions|news|resources)(?: ?(?:>|>>|\|) ?[^>|.!?]{1,60}){1,6}
home(?: / [^/.!?]{1,60}){1,6}|contact us|get in touch|add to (?:cart|basket|bag)
# related links
(?:related|recommended|popular|recent|latest|trending|similar|more) (?:articles?|posts?|stories|reading|topics):?
(?:related|recommended|recent|latest|trending|more) (?:news|pages|links)(?: for you)?:?
you (?:may|might|could) also (?:like|enjoy|be interested in)(?: (?:these|our) [a-z ]{1,30})?:?
(?:customers|people|readers|others) (?:who .{1,40} )?also (?:bought|viewed|liked|read|searched for):?
frequently bought together:?
more on this (?:topic|story|subject):?|recommended for you:?|(?:read|also read|read this) next:?|what to read next:?
up next:?|read also:?
more (?:like this|on this topic|to read)|more from (?:this|our|the) (?:author|blog|site|category|series)
(?:learn more|read more|see also|related|read next|read also|also read)(?:: ?| > | - )[^.!?]{1,140}\??
(?:next|previous) (?:article|post|story)(?:: ?| > | - ).{1,140}
(?:please )?(?:refer to|read|see|check out|visit) our (?:[a-z-]{2,12} )?(?:article|guide)s? (?:on|about) [^.!?]{1,99}\.?
# copyright line
(?:copyright|copr\.) ?(?:<c>|\(c\)|(?:19|20)\d\d|by ).*|<c>.*|\(c\) ?(?:19|20)\d\d.*
.{0,80}(?:<c>|copyright|\(c\)) ?(?:19|20)\d\d.{0,120}|(?:.{0,100} )?all rights reserved\.?(?: .{0,80})?
# page template residue
[\[{] ?"[^"]+" ?:.*|\{\{.+\}\}|\{%.+%\}|<%.+%>|\[\[.+\]\]|%[a-z_]{2,40}%|\$\{.+\}
[\[(]?(?:h[1-6]|meta title|meta description|lorem ipsum.*|insert [a-z ]+ here)[\])]?:?
\[(?:image|cta|insert [a-z ]+|link|button|video|ad)\]|tbd|todo|loading(?:\.\.\.)?|undefined|null
\[/?[a-z]{2,20}[_-][a-z0-9_-]+(?: [^\]]*)?\]|(?:</?[a-z][^<>]*> ?)+|<!--.*-->
(?:var|let|const) [a-z_$][a-z0-9_$.]* ?=.+;?|(?:window|document|jquery)\.[a-z].*(?:=|\().*
function ?[a-z0-9_$]*\(.*|[.#][a-z][a-z0-9_-]+ ?\{.*
a version of this (?:article|story) (?:appears|appeared|was published) .+|our standards: .+ principles\.?
package leaflet: information for the (?:user|patient)
# advertisement
advertisements?|sponsored links?|story continues below(?: advertisement)?
# table of contents
(?:table of )?contents:?|(?:in this (?:article|guide|post)|on this page|what's in this (?:article|guide)):?
jump to(?: section)?:?
"""

SECTIONS = names("""
pros, cons, ingredients, key ingredients, benefits, key benefits, side effects, possible side effects, dosage,
directions, directions for use, warnings, precautions, interactions, drug interactions, storage, summary,
conclusion, conclusions, introduction, overview, background, final thoughts, final word, the bottom line, bottom
line, key takeaways, takeaways, the takeaway, key points, verdict, my verdict, our verdict, final verdict, how it
works, key results, key findings, main findings, what to expect, references, sources, disclaimer, faq, faqs,
frequently asked questions, about the author, instructions, method, address, location, locations, contact, hours,
opening hours, education
""")  # usual headings of sections
FIELDS = words("name email e-mail website comment message phone subject submit send yes no")  # beside a form
PAPER = words(
    "health news wellness lifestyle science opinion nutrition fitness features research medicine"
    " psychology society world politics family explainer analysis commentary editorial interview"
)  # parts of a newspaper, as they stand above a headline

MENU = names("""
home, about, about us, contact, contact us, services, our services, blog, news, faq, faqs, login, log in, sign in,
sign up, menu, search, shop, store, cart, products, privacy policy, privacy, terms, terms of service, terms of use,
terms & conditions, sitemap, careers, team, our team, locations, testimonials, reviews, pricing, gallery, my account,
subscribe, newsletter, advertise, facebook, twitter, instagram, linkedin, youtube, tiktok, pinterest, cookie policy,
accessibility, editorial policy, get started, book now, categories, a-z,
unsubscribe, preferences
""")

# All one-word lines that are furniture by LINES: a text of many tiny lines need not be tried against each wording.
ALONE = {
    word: why
    for why, listed in {
        "comment form": "comments reply quote like upvote downvote permalink",
        "share bar": "share shares save tweet print facebook twitter linkedin pinterest whatsapp instagram youtube"
        " tiktok reddit",
        "subscribe box": "subscribe join unsubscribe",
        "cookie notice": "accept decline",
        "navigation": "menu navigation search login signin logout",
        "page template residue": "tbd todo loading undefined null h1 h2 h3 h4 h5 h6",
        "advertisement": "advertisement advertisements",
        "table of contents": "contents",
    }.items()
    for word in listed.split()
}
