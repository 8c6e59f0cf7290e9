using System.Globalization;
using System.Text;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>What happens to pages on their way to us; each takes lines and gives the damaged ones.</summary>
internal static class PageDamage
{
    public static readonly IReadOnlyDictionary<string, Func<List<MadeLine>, Random, List<MadeLine>>> All =
        new Dictionary<string, Func<List<MadeLine>, Random, List<MadeLine>>>
        {
            ["none"] = (lines, _) => lines,
            ["wrap 40"] = (lines, random) => Wrap(lines, 40, random.Next(2) == 0),
            ["wrap 80"] = (lines, random) => Wrap(lines, 80, random.Next(2) == 0),
            ["wrap any"] = (lines, random) => Wrap(lines, random.Next(50, 140), random.Next(2) == 0),
            ["fold 40"] = (lines, _) => Fold(lines, 40),
            ["fold 80"] = (lines, _) => Fold(lines, 80),
            ["no blanks"] = (lines, _) => [.. lines.Where(line => !line.IsBlank)],
            ["drop blanks"] = (lines, random) => Drop(lines, random, line => line.IsBlank, random.Next(1, 6)),
            ["drop"] = (lines, random) => Drop(lines, random, line => line.Paper >= 0, random.Next(1, 5)),
            ["double"] = Double,
            ["swap"] = Swap,
            ["cut"] = Cut,
            ["months"] = ForeignMonths,
            ["navigation"] = Navigation,
            ["upvotes in front"] = (lines, random) => Replace(lines, LineRole.Title, text => $"{random.Next(1, 300)} {text}"),
            ["upvotes above"] = Upvotes,
            ["markdown"] = Markdown,
            ["white space"] = WhiteSpace,
            ["bullets"] = Bullets,
            ["entities"] = (lines, random) => Entities(lines, random.Next(2) == 0),
            ["unread dates"] = UnreadDates,
            ["end"] = (lines, random) => lines[..random.Next(lines.Count / 2, lines.Count)],
            ["beginning"] = (lines, random) => lines[random.Next(1, Math.Min(30, lines.Count))..],
        };

    // What the site shows is there before a program writes it out.
    private static readonly string[] OfSite =
        ["months", "navigation", "upvotes in front", "upvotes above", "markdown", "bullets", "unread dates"];

    private static readonly string[] OfPrograms = ["wrap 40", "wrap 80", "wrap any", "fold 40", "fold 80", "white space", "entities"];

    /// <summary>Any two damages, the same one twice among them, one after the other in an order that can come about.</summary>
    public static IEnumerable<(string First, string Second)> Pairs =>
        from first in All.Keys.Except(["none"])
        from second in All.Keys.Except(["none"])
        where !(OfPrograms.Contains(first) && OfSite.Contains(second))
        select (first, second);

    public static bool Breaks(string name) => name is ['w', 'r', ..] or ['f', ..];

    /// <summary>The damages after which lines are missing or in another order, so that some of it cannot be seen.</summary>
    public static bool LosesLines(string name) => name is "drop" or "swap" or "cut" or "beginning" or "end";

    public static string Text(IEnumerable<MadeLine> lines) => string.Join('\n', lines.Select(line => line.Text));

    // As Python's textwrap does it, which breaks words longer than a line and, if told so, at hyphens. It counts code points.
    public static List<MadeLine> Wrap(List<MadeLine> lines, int width, bool atHyphens) =>
        [.. lines.SelectMany(line => BoldLetters.Narrow(line.Text) is var narrow && narrow.Length <= width
            ? [line]
            : Wrap(narrow, width, atHyphens).Select(text => line with { Text = BoldLetters.Widen(text) }))];

    private static IEnumerable<string> Wrap(string text, int width, bool atHyphens)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isFirst = true;
            foreach (var chunk in atHyphens ? Chunks(word) : [word])
            {
                var rest = chunk;
                var blank = isFirst && line.Length > 0 ? " " : "";
                isFirst = false;
                if (line.Length + blank.Length + rest.Length <= width)
                {
                    line.Append(blank).Append(rest);
                    continue;
                }
                if (rest.Length > width && line.Length + blank.Length < width)
                {
                    var room = width - line.Length - blank.Length;
                    line.Append(blank).Append(rest[..room]);
                    rest = rest[room..];
                }
                if (line.Length > 0) yield return line.ToString();
                line.Clear();
                for (; rest.Length > width; rest = rest[width..]) yield return rest[..width];
                line.Append(rest);
            }
        }
        if (line.Length > 0) yield return line.ToString();
    }

    // As the program of that name does it: wherever the line is full.
    private static List<MadeLine> Fold(List<MadeLine> lines, int width) =>
        [.. lines.SelectMany(line => line.IsBlank
            ? [line]
            : BoldLetters.Narrow(line.Text).Chunk(width).Select(part => line with { Text = BoldLetters.Widen(new string(part)) }))];

    private static IEnumerable<string> Chunks(string word)
    {
        var start = 0;
        for (var index = 2; index < word.Length - 2; index++)
        {
            if (word[index] != '-' || !char.IsLetter(word[index - 1]) || !char.IsLetter(word[index - 2])
                || !char.IsLetter(word[index + 1]) || !char.IsLetter(word[index + 2])) continue;
            yield return word[start..(index + 1)];
            start = index + 1;
        }
        yield return word[start..];
    }

    private static List<MadeLine> Drop(List<MadeLine> lines, Random random, Func<MadeLine, bool> among, int count)
    {
        lines = [.. lines];
        for (; count > 0; count--)
        {
            var candidates = Enumerable.Range(0, lines.Count).Where(index => among(lines[index])).ToArray();
            if (candidates.Length > 0) lines.RemoveAt(Pick(random, candidates));
        }
        return lines;
    }

    private static List<MadeLine> Double(List<MadeLine> lines, Random random)
    {
        lines = [.. lines];
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var at = random.Next(lines.Count);
            if (lines[at].IsBlank) continue;
            lines.Insert(at, lines[at]);
            if (random.Next(3) == 0) lines.Insert(at + 1, MadeLine.Blank);
        }
        return lines;
    }

    private static List<MadeLine> Swap(List<MadeLine> lines, Random random)
    {
        lines = [.. lines];
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var papers = Enumerable.Range(0, lines.Count).Where(index => lines[index].Paper >= 0).ToArray();
            if (papers.Length < 2) break;
            var first = random.Next(papers.Length - 1);
            var (one, other) = (papers[first], papers[first + 1]);
            (lines[one], lines[other]) = (lines[other], lines[one]);
        }
        return lines;
    }

    private static List<MadeLine> Cut(List<MadeLine> lines, Random random)
    {
        lines = [.. lines];
        for (var count = random.Next(1, 3); count > 0; count--)
        {
            var at = random.Next(Math.Min(12, lines.Count - 1), lines.Count);
            lines.RemoveRange(at, Math.Min(random.Next(1, 25), lines.Count - at));
            if (lines.Count < 20) break;
        }
        return lines;
    }

    private static List<MadeLine> Upvotes(List<MadeLine> lines, Random random)
    {
        var isApart = random.Next(2) == 0;
        return [.. lines.SelectMany((line, index) => line.Role != LineRole.Title || IsWrapped(lines, index) ? [line] : (MadeLine[])[
            new MadeLine($"{random.Next(1, 400)}", LineRole.Added), .. isApart ? [MadeLine.Blank] : (MadeLine[])[], line])];
    }

    private static List<MadeLine> Markdown(List<MadeLine> lines, Random random)
    {
        var kind = random.Next(4);
        return Replace(lines, LineRole.Title, text =>
        {
            var address = $"https://huggingface.co/papers/{random.Next(2001, 2512)}.{random.Next(10_000, 99_999)}";
            return kind switch
            {
                0 => $"[{text}]({address})",
                1 => $"### [{text}]({address})",
                2 => $"**{text}**",
                _ => $"- **[{text}]({address})**",
            };
        });
    }

    private static List<MadeLine> WhiteSpace(List<MadeLine> lines, Random random)
    {
        var kind = random.Next(6);
        return [.. lines.Select(line => line with
        {
            Text = WhiteSpace(line.Text.TrimEnd('\r'), kind, random) + (kind == 0 || line.Text is [.., '\r'] ? "\r" : ""),
        })];
    }

    private static string WhiteSpace(string text, int kind, Random random) => kind switch
    {
        0 => text,
        1 => "\t" + text + "   ",
        2 => text.Replace(' ', '\u00A0'),
        3 => text.Length > 4 ? text.Insert(random.Next(text.Length), "\u200B") : text + "\u200B",
        4 => "\u200E" + text + "\u200F",
        _ => text.Length > 4 ? "\u202A" + text.Insert(random.Next(text.Length), "\u00AD") + "\u202C" : text,
    };

    private static List<MadeLine> Bullets(List<MadeLine> lines, Random random)
    {
        var bullet = Pick(random, ["*", "-", "–", "‣", "▸", "►", "◦", "o", "+", "⁃", "\uF0B7", ">", "■", "→", ""]);
        var separator = Pick(random, ["·", "-", "*", "|", "•", "∙", "—", "–", "/", "⋅"]);
        return [.. lines.Select(line => line.Role switch
        {
            LineRole.Authors => line with { Text = $"  {bullet} {line.Text.TrimStart(' ', '•')}" },
            LineRole.Separator => line with { Text = separator },
            _ => line,
        })];
    }

    private static List<MadeLine> Entities(List<MadeLine> lines, bool numeric) =>
        [.. lines.Select(line => line with
        {
            Text = line.Text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("'", "&#39;", StringComparison.Ordinal).Replace("(", "&#x28;", StringComparison.Ordinal)
                .Replace("·", numeric ? "&#183;" : "&middot;", StringComparison.Ordinal)
                .Replace("•", "&bull;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
                .Replace("--", numeric ? "&#45;&#45;" : "--", StringComparison.Ordinal),
        })];

    private static List<MadeLine> ForeignMonths(List<MadeLine> lines, Random random)
    {
        var language = Pick(random, Languages);
        return [.. lines.Select(line => line.Role is LineRole.Date or LineRole.Day
            ? line with { Text = Foreign(line.Text, language) } : line)];
    }

    private static string Foreign(string date, (string Months, string WithYear, string Without) language)
    {
        var parts = date.Replace(",", "", StringComparison.Ordinal).Split(' ');
        if (!DateTime.TryParseExact(parts[0], "MMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named)) return date;
        var month = named.Month;
        var hasYear = parts.Length > 2 && parts[2].Length == 4;
        var comments = parts.Length > (hasYear ? 3 : 2) ? " " + parts[^1] : "";
        return string.Format(
            CultureInfo.InvariantCulture, hasYear ? language.WithYear : language.Without,
            parts[1], language.Months.Split(' ')[month - 1], hasYear ? parts[2] : "") + comments;
    }

    private static readonly (string Months, string WithYear, string Without)[] Languages =
    [
        ("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.", "{0}. {1} {2}", "{0}. {1}"),
        ("Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "{0}. {1} {2}", "{0}. {1}"),
        ("Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez", "{1} {0}, {2}", "{1} {0}"),
        ("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", "{0} {1} {2}", "{0} {1}"),
        ("ene feb mar abr may jun jul ago sept oct nov dic", "{0} {1} {2}", "{0} {1}"),
        ("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "{0} de {1} de {2}", "{0} de {1}"),
        ("jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.", "{0} de {1} de {2}", "{0} de {1}"),
        ("gen feb mar apr mag giu lug ago set ott nov dic", "{0} {1} {2}", "{0} {1}"),
        ("jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.", "{0} {1} {2}", "{0} {1}"),
        ("янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.", "{0} {1} {2} г.", "{0} {1}"),
        ("sty lut mar kwi maj cze lip sie wrz paź lis gru", "{0} {1} {2}", "{0} {1}"),
        ("Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara", "{0} {1} {2}", "{0} {1}"),
        ("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", "{2}年{1}{0}日", "{1}{0}日"),
        ("1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월", "{2}년 {1} {0}일", "{1} {0}일"),
        ("led úno bře dub kvě čvn čvc srp zář říj lis pro", "{0}. {1} {2}", "{0}. {1}"),
        ("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", "{0} {1} {2}", "{0} {1}"),
    ];

    private static List<MadeLine> UnreadDates(List<MadeLine> lines, Random random)
    {
        var word = Pick(
            random, ["Blåbær {0}, 2023", "{0} Quux 2023", "Foo {0}", "{0}/{0}/23", "vor {0} Tagen", "??? {0}, 2023", "{0} days ago"]);
        return [.. lines.Select(line => line.Role == LineRole.Date && random.Next(2) == 0
            ? line with { Text = string.Format(CultureInfo.InvariantCulture, word, random.Next(1, 28)) } : line)];
    }

    private static List<MadeLine> Navigation(List<MadeLine> lines, Random random)
    {
        lines = [.. lines];
        string[] known =
        [
            "View all activity", "Read more", "See all papers >", "Sort: Trending", "Show fewer filters", "Cookie settings",
            "Sponsored by nobody. Learn what is new.", "Sign up to follow 3 topics",
        ];
        var isSame = random.Next(2) == 0;
        var text = Pick(random, known);
        var isGlued = random.Next(4) == 0;
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            if (!isSame) text = Pick(random, known);
            var at = random.Next(Math.Min(12, lines.Count - 1), lines.Count);
            if (isGlued)
            {
                lines.Insert(at, new MadeLine(text, LineRole.Added));
            }
            else
            {
                while (at < lines.Count && !lines[at].IsBlank) at++;
                lines.InsertRange(at, [MadeLine.Blank, new MadeLine(text, LineRole.Added)]);
            }
        }
        return lines;
    }

    // Where lines are wrapped already, the first of those that are one text.
    private static List<MadeLine> Replace(List<MadeLine> lines, LineRole role, Func<string, string> replace) =>
        [.. lines.Select((line, index) => line.Role == role && !IsWrapped(lines, index)
            ? line with { Text = replace(line.Text) } : line)];

    private static bool IsWrapped(List<MadeLine> lines, int index) =>
        index > 0 && (lines[index - 1].Role, lines[index - 1].Paper) == (lines[index].Role, lines[index].Paper);

    private static T Pick<T>(Random random, IReadOnlyList<T> among) => among[random.Next(among.Count)];
}
