"""The names that a person goes by: other spellings by rule, and the bare name that texts use after the first time."""

import re
import unicodedata
from collections.abc import Iterable

from tensionwire.lexicon.german_spelling import TRANSCRIBED, german_spellings

FAMILY_FIRST = frozenset("CHN PRK TWN KOR HKG MAC SGP MYS".split())
GIVEN_NAME_COUNTS = frozenset("ETH ERI".split())  # Abiy Ahmed is Abiy, Ahmed is his father
# Family names that stand first; where a name from these states begins with none, it is in Western order.
EAST_ASIAN = frozenset(
    "Ahn An Bae Baek Bai Ban Bu Cai Cao Chan Chang Chen Cheng Cheong Chi Chiang Chin Chiou Chiu Cho Choe Choi "
    "Chong Choo Chou Chow Chu Chua Chuang Chun Chung Cong Cui Dai Deng Ding Dong Du Duan Fan Fang Fei Feng Fu Gan "
    "Gao Ge Geng Goh Gong Gu Guan Guo Ha Han Hao He Heng Ho Hong Hou Hsiao Hsieh Hsu Hu Hua Huang Hui Hwang Im "
    "Jang Jeon Jeong Ji Jia Jiang Jin Jing Jo Ju Jung Kam Kang Kao Kim Ko Kong Koo Ku Kuo Kwak Kwok Kwon Lai Lam "
    "Lan Lau Le Lee Lei Leung Li Lian Liang Liao Lim Lin Ling Liu Lo Loh Long Lou Low Lu Luo Ma Mai Mao Mei Meng "
    "Miao Min Ming Moon Mu Nam Nan Ng Ni Nie No Noh Oh Ong Ou Pae Pak Pan Park Peng Pi Qi Qian Qiao Qin Qiu Ra "
    "Rao Ren Ri Ro Roh Ruan Ryom Ryu Seo Seok Sha Shan Shao Shen Sheng Shi Shieh Shih Shin Shu Sim Sin So Sohn "
    "Song Su Suh Sun Sung Tai Tam Tan Tang Tao Teng Teo Thae Tian Ting Tong Tsai Tsang Tseng Tu Tung Wan Wang Wei "
    "Wen Wi Won Wong Woo Wu Xi Xia Xiang Xiao Xie Xin Xing Xiong Xu Xue Yan Yang Yao Ye Yeh Yeo Yeoh Yi Yim Yin "
    "Ying Yip Yong Yoo Yoon You Yu Yuan Yue Yun Zeng Zha Zhai Zhang Zhao Zheng Zhong Zhou Zhu Zhuang Zou Zuo".split()
)
RANKS = frozenset("Jr. Jr Sr. Sr II III IV VI X XVI II. III. VI. X. XIV. XIV XVI.".split())
TITLES = frozenset(
    "König Königin King Queen Kronprinz Prinz Prince Princess Crown Emir Sultan Scheich Sheikh Papst Pope Kardinal "
    "Cardinal Kaiser Emperor Mullah Ajatollah Ayatollah Lord Sir Dame General Admiral Fürst Großherzog Grand Duke "
    "Erzbischof Archbishop Seyed Field Marshal Feldmarschall Patriarch Dr.".split()
)
ARTICLES = ("al-", "Al-", "el-", "El-", "as-", "ash-", "an-", "ar-", "asch-", "Al ", "El ")
INITIAL = re.compile(r"(?<= )[A-Z]\. ")
PATRONYMIC = re.compile(r"(?<= )\w+(?:vich|vitch|vna|wna|witsch)\s")
GERMAN = re.compile(r"sch|w|ij\b|tsch", re.IGNORECASE)  # what shows that a name is spelt the German way already
HOUSE = re.compile(r"(?<=\w) (?:Al|al)[ -](?:Nahyan|Thani|Saud|Maktoum|Khalifa|Said|Sabah)$")
GERMAN_LETTERS = frozenset("äöüÄÖÜß")
CEDILLAS = str.maketrans("șțȘȚ", "şţŞŢ")  # as many print the letters of Romanian
PLAIN = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ə": "a", "’": "'"})


def spellings(name: str, countries: Iterable[str]) -> list[str]:
    """Other ways to print a full name: German transcription, without accents, middle initials, ranks or house."""
    found: dict[str, None] = {}
    for form in (name, INITIAL.sub("", name), PATRONYMIC.sub("", name), HOUSE.sub("", name), _without_ranks(name)):
        found |= dict.fromkeys(
            (form, plain(form), form.translate(CEDILLAS), *_with_articles(form), *_with_hyphens(form, countries))
        )
    if not TRANSCRIBED.isdisjoint(countries):
        for form in [f for f in found if not GERMAN.search(f)]:
            found |= dict.fromkeys(german_spellings(form))
    found.pop(name)
    return [form for form in found if " " in form]


def plain(name: str) -> str:
    """`name` without the marks that a newsroom drops; German umlauts stay."""
    if name.isascii():
        return name
    letters = (c if c in GERMAN_LETTERS else unicodedata.normalize("NFKD", c) for c in name.translate(PLAIN))
    return "".join(c for letter in letters for c in letter if not unicodedata.combining(c))


def bare_names(names: Iterable[str], country: str) -> list[str]:
    """What texts call somebody after the first time, the usual one first: Xi, Sisi, Leyen, Abiy."""
    found: dict[str, None] = {}
    for name in names:
        words = [w for w in name.split() if w not in RANKS and w not in TITLES]
        if not words:
            continue
        if country in GIVEN_NAME_COUNTS or (country in FAMILY_FIRST and words[0] in EAST_ASIAN):
            family = words[0]
        else:
            family = words[-1]
        bare = family.split("-", 1)[1] if family.startswith(ARTICLES) else family
        found |= dict.fromkeys(form for form in (bare, family, plain(bare)) if len(form) > 1)
    return list(found)


def called(name: str, country: str) -> list[str]:
    """The words of a full name by which titles call somebody: the last, the first too where families stand first."""
    words = name.split()
    return [words[-1], words[0]] if country in FAMILY_FIRST or country in GIVEN_NAME_COUNTS else words[-1:]


def _without_ranks(name: str) -> str:
    return " ".join(word for word in name.split() if word not in RANKS)


def _with_articles(name: str) -> list[str]:
    """Badr al-Busaidi: Badr Al-Busaidi, Badr Al Busaidi."""
    for article in (" al-", " el-", " Al-", " Al ", " as-", " ash-"):
        if article in name:
            return [name.replace(article, other) for other in (" al-", " Al-", " Al ", " el-")]
    return []


def _with_hyphens(name: str, countries: Iterable[str]) -> list[str]:
    """Kim Jong-un: Kim Jong Un, Kim Jong-Un."""
    if FAMILY_FIRST.isdisjoint(countries) or name.count("-") != 1:
        return []
    first, second = name.split("-")
    return [f"{first}-{second.lower()}", f"{first}-{second.capitalize()}", f"{first} {second.capitalize()}"]
