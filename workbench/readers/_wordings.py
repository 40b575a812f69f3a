"""The fixed wordings of page furniture, in lower-case ASCII: one RE2 pattern a line, each for a whole line of a page.

A line `# reason` names what the patterns below it are. `<c>` stands for the copyright sign.
"""

from __future__ import annotations

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
learn how your comment data is processed\.?|(?:one|two|three|\d+) thoughts? on .{1,200}
report this (?:wiki page|page|comment|article|post|ad)|was this (?:article|page|answer|information) helpful\??.*
# share bar
(?:share|tweet|pin it|print|e-?mail|save)(?: (?:this|article|page|post|story|on|via|by|to|with|link)){1,3}:?
(?:share|pin)(?: this| article| page| post| story| it){0,2} (?:on|via|to) (?:facebook|twitter|x|linkedin|pinterest):?
share(?: this| article| page| post| story| it){0,2} (?:on|via|by|with) (?:whatsapp|reddit|e-?mail|(?:a )?friends?):?
(?:share|tweet|pin it|print|copy link|shares|\d+ shares?):?|click to (?:share|tweet|print|e-?mail).*
(?:(?:facebook|twitter|linkedin|pinterest|whatsapp|instagram|youtube|tiktok|reddit|e-?mail|print|tweet)[ |,/*]*){2,}
(?:follow|like|find|connect with|join) us(?: on)?(?: (?:facebook|twitter|x|linkedin|instagram|youtube|tiktok))?:?!?
(?:follow|like|find|connect with|join) us on social(?: media)?:?!?
# cookie notice
(?:we|this (?:web ?)?site|our (?:web ?)?site|this page) (?:and our partners )?uses? cookies.*
by (?:continuing|clicking|using|browsing) .{0,80}(?:agree|consent|accept|use of) .{0,60}cookies.*
(?:accept|reject|manage|allow)(?: all)?(?: cookies| preferences| settings)
cookie (?:policy|settings|preferences|notice|consent)
# subscribe box
(?:subscribe|sign up|sign-up|join)(?: now| here| today)?!?|your e-?mail(?: address)?|thank you for subscribing.*
(?:subscribe|sign up) (?:to|for) .{0,60}(?:newsletter|mailing list|updates|e-?mails?|blog).*
(?:join|get) (?:our|the) (?:free |weekly |daily |monthly )?(?:newsletter|mailing list).*
(?:enter|type) your e-?mail(?: address)?.*|(?:get|receive) .{0,60}(?:in|to|into) your inbox.*
(?:no spam|we (?:hate|never send) spam).*|(?:you can )?unsubscribe (?:at )?any ?time.*
# navigation
(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|main|footer|search)
(?:back|return|scroll) to (?:the )?(?:top|home|homepage|blog|all posts|articles)
(?:toggle|open|close|main|primary|mobile|hide|show)(?: main| mobile)? (?:navigation|menu|nav|sidebar)(?: menu)?
menu|navigation|search|search for:?|log ?in|sign ?in|log ?out|my account
(?:previous|next|older|newer) (?:post|article|page|posts|articles|story):?|load more(?: comments| posts)?
(?:<|>|<<|>>|<-|->) ?(?:previous|next|back|older|newer).{0,80}|(?:previous|next|back|older|newer) ?(?:<|>|<<|>>|<-|->)
you are here|you are here: .{1,150}|page \d+ of \d+|(?:read|show|see|view|learn) (?:more|less|all)(?: >| ?\.\.\.)?
continue reading.{0,80}|posted in [^.!?]{1,60}|filed under:? [^.!?]{1,60}|tags: .{1,150}
(?:home|blog|articles|health|conditions|news|resources)(?: ?(?:>|>>|\|) ?[^>|.!?]{1,60}){1,6}
home(?: / [^/.!?]{1,60}){1,6}|contact us|get in touch|add to (?:cart|basket|bag)
# related links
(?:related|recommended|popular|recent|latest|trending|similar|more) (?:articles?|posts?|stories|reading|topics):?
(?:related|recommended|recent|latest|trending|more) (?:news|pages|links)(?: for you)?:?
you (?:may|might|could) also (?:like|enjoy|be interested in)(?: (?:these|our) [a-z ]{1,30})?:?
recommended for you:?|(?:read|also read|read this) next:?|what to read next:?|up next:?|read also:?
more (?:like this|on this topic|to read)|more from (?:this|our|the) (?:author|blog|site|category|series)
(?:learn more|read more|see also|related|read next|read also|also read)(?:: ?| > | - )[^.!?]{1,140}\??
(?:next|previous) (?:article|post|story)(?:: ?| > | - ).{1,140}
(?:please )?(?:refer to|read|see|check out|visit) our (?:[a-z-]{2,12} )?(?:article|guide)s? (?:on|about) [^.!?]{1,99}\.?
# copyright line
(?:copyright|copr\.) ?(?:<c>|\(c\)|(?:19|20)\d\d|by ).{0,200}|<c>.{0,200}|\(c\) ?(?:19|20)\d\d.{0,200}
.{0,80}(?:<c>|copyright|\(c\)) ?(?:19|20)\d\d.{0,120}|(?:.{0,100} )?all rights reserved\.?(?: .{0,80})?
# page template residue
[\[{] ?"[^"]{1,80}" ?:.*|\{\{.{1,200}\}\}|\{%.{1,200}%\}|<%.{1,200}%>|\[\[.{1,120}\]\]|%[a-z_]{2,40}%|\$\{.{1,80}\}
[\[(]?(?:h[1-6]|meta title|meta description|lorem ipsum.{0,300}|insert [a-z ]{1,40} here)[\])]?:?
\[(?:image|cta|insert [a-z ]{1,40}|link|button|video|ad)\]|tbd|todo|loading(?:\.\.\.)?|undefined|null
\[/?[a-z]{2,20}_[a-z_]{2,20}(?: [^\]]{0,200})?\]
# advertisement
advertisements?|sponsored links?|story continues below(?: advertisement)?
# table of contents
(?:table of )?contents:?|(?:in this (?:article|guide|post)|on this page|what's in this (?:article|guide)):?
jump to(?: section)?:?
"""

MENU = """
home, about, about us, contact, contact us, services, our services, blog, news, faq, faqs, login, log in, sign in,
sign up, menu, search, shop, store, cart, products, privacy policy, privacy, terms, terms of service, terms of use,
terms & conditions, sitemap, careers, team, our team, locations, testimonials, reviews, pricing, gallery, my account,
subscribe, newsletter, advertise, facebook, twitter, instagram, linkedin, youtube, tiktok, pinterest, cookie policy,
accessibility, editorial policy, get started, book now, categories, a-z
"""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set, for word lists that read like one."""
    return frozenset(text.split())
