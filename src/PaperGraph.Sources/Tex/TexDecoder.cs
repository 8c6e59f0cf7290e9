using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Sources.Tex;

/// <summary>
/// Text as it is meant that was written in TeX: letters with their accents (<c>{\'e}</c>, <c>\v{c}</c>), letters of their own
/// (<c>\L</c>, <c>\ss</c>), escaped signs, ties and dashes. Braces go, but what stands between dollar signs is left as it is.
/// </summary>
internal static class TexDecoder
{
    /// <summary>Letters of Vietnamese have two.</summary>
    private const int MaxAccents = 3;

    // Each accent, with the letters that have it; what a letter is without it, Folding says.
    private static readonly string[] Accented =
    [
        "'ÁáĆćÉéÍíĹĺŃńÓóŔŕŚśÚúÝýŹź", "`ÀàÈèÌìÒòÙùǸǹ", "^ÂâĈĉÊêĜĝĤĥÎîĴĵÔôŜŝÛûŴŵŶŷ", "\"ÄäËëÏïÖöÜüŸÿ", "~ÃãẼẽÑñÕõĨĩŨũỸỹ", "=ĀāĒēĪīŌōŪū",
        ".ĊċĖėĠġİŻż", "uĂăĔĕĞğĬĭŎŏŬŭ", "vČčĎďĚěŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔ",
        "HŐőŰű", "cÇçĢģĶķĻļŅņŖŗŞşŢţ", "kĄąĘęĮįŲų", "rÅåŮů", "dẠạḌḍẸẹḤḥỊịỌọṢṣṬṭỤụ",
        "bḆḇḎḏḺḻṈṉṮṯ", "tT",
    ];

    // Each accent, with letters that have one already, and what they are with both.
    private static readonly string[] DoublyAccented =
    [
        "'âấÂẤăắĂẮêếÊẾôốÔỐơớƠỚưứƯỨæǽÆǼøǿØǾåǻÅǺ", "`âầÂẦăằĂẰêềÊỀôồÔỒơờƠỜưừƯỪ", "~âẫÂẪăẵĂẴêễÊỄôỗÔỖơỡƠỠưữƯỮ", "dâậÂẬăặĂẶêệÊỆôộÔỘơợƠỢưựƯỰ",
        "^áấÁẤàầÀẦãẫÃẪạậẠẬéếÉẾèềÈỀẽễẼỄẹệẸỆóốÓỐòồÒỒõỗÕỖọộỌỘ",
    ];

    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>
    {
        ["L"] = "Ł",
        ["l"] = "ł",
        ["O"] = "Ø",
        ["o"] = "ø",
        ["ss"] = "ß",
        ["SS"] = "ẞ",
        ["AE"] = "Æ",
        ["ae"] = "æ",
        ["OE"] = "Œ",
        ["oe"] = "œ",
        ["AA"] = "Å",
        ["aa"] = "å",
        ["i"] = "ı",
        ["j"] = "ȷ",
        ["DH"] = "Ð",
        ["dh"] = "ð",
        ["TH"] = "Þ",
        ["th"] = "þ",
        ["DJ"] = "Đ",
        ["dj"] = "đ",
        ["NG"] = "Ŋ",
        ["ng"] = "ŋ",
        ["textendash"] = "–",
        ["textemdash"] = "—",
        ["textquotesingle"] = "'",
        ["textquoteright"] = "’",
        ["textquoteleft"] = "‘",
        ["textquotedblleft"] = "“",
        ["textquotedblright"] = "”",
        ["textbackslash"] = "\\",
        ["textasciitilde"] = "~",
        ["textasciicircum"] = "^",
        ["textunderscore"] = "_",
        ["ldots"] = "…",
        ["dots"] = "…",
        ["textellipsis"] = "…",
        ["copyright"] = "©",
        ["textregistered"] = "®",
        ["texttrademark"] = "™",
        ["textdegree"] = "°",
        ["slash"] = "/",
        ["textbar"] = "|",
        ["textless"] = "<",
        ["textgreater"] = ">",
        ["S"] = "§",
        ["P"] = "¶",
        ["pounds"] = "£",
        ["textmu"] = "µ",
        ["OHORN"] = "Ơ",
        ["ohorn"] = "ơ",
        ["UHORN"] = "Ư",
        ["uhorn"] = "ư",
        ["euro"] = "€",
        ["texteuro"] = "€",
        ["LaTeX"] = "LaTeX",
        ["TeX"] = "TeX",
        ["BibTeX"] = "BibTeX",
        ["guillemotleft"] = "«",
        ["guillemotright"] = "»",
        ["newline"] = " ",
        ["quad"] = " ",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<(char Accent, string Letter), string> Composed = Compose();

    /// <summary>What a text has to have where it is TeX.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\{}~-`'");

    public static string Decode(string text)
    {
        if (text.AsSpan().IndexOfAny(Signs) < 0) return text;
        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;) at = Append(text, at, decoded);
        return decoded.ToString();
    }

    /// <returns>Where the next letter begins.</returns>
    private static int Append(string text, int at, StringBuilder decoded)
    {
        switch (text[at])
        {
            case '$' when text.IndexOf('$', at + 1) is > 0 and var end:
                decoded.Append(text, at, end + 1 - at);
                return end + 1;
            case '{' or '}':
                return at + 1;
            case '~':
                decoded.Append(' ');
                return at + 1;
            case '-' or '`' or '\'':
                var run = 1;
                while (at + run < text.Length && text[at + run] == text[at]) run++;
                decoded.Append((text[at], run) switch
                {
                    ('-', 2) => "–",
                    ('-', 3) => "—",
                    ('`', 2) => "“",
                    ('\'', 2) => "”",
                    _ => text.Substring(at, run),
                });
                return at + run;
            case '\\' when at + 1 < text.Length:
                return AppendCommand(text, at + 1, decoded);
            default:
                decoded.Append(text[at]);
                return at + 1;
        }
    }

    /// <param name="accents">How many accents stand before the command.</param>
    private static int AppendCommand(string text, int at, StringBuilder decoded, int accents = 0)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        if (end == at || (end == at + 1 && IsAccent(text[at]) && !char.IsAsciiLetter(text[at])))
        {
            if (IsAccent(text[at])) return AppendAccented(text, text[at], at + 1, decoded, accents);

            // "\\" breaks a line, some signs are blanks of other widths, "\!" takes one back, and "\-" says where a word may be broken;
            // before another sign the backslash only says that the sign is meant.
            if (text[at] is '\\' or ',' or ';' or ':' or '>') decoded.Append(' ');
            else if (text[at] is not ('!' or '-')) decoded.Append(text[at]);
            return at + 1;
        }
        var name = text[at..end];
        if (name.Length == 1 && IsAccent(name[0])) return AppendAccented(text, name[0], end, decoded, accents);
        if (Letters.TryGetValue(name, out var letter))
        {
            decoded.Append(letter);
            return SkipBlank(text, end);
        }

        // What a command of another kind is given is the text; what it does to it cannot be shown.
        return end < text.Length && text[end] is '{' ? end : AppendUnknown(text, at - 1, end, decoded);
    }

    private static int AppendUnknown(string text, int start, int end, StringBuilder decoded)
    {
        if (text.AsSpan(start + 1, end - start - 1)
            is "em" or "it" or "bf" or "sc" or "rm" or "tt" or "sl" or "itshape" or "bfseries" or "scshape" or "ttfamily" or "relax")
        {
            return SkipBlank(text, end);
        }
        decoded.Append(text, start, end - start);
        return end;
    }

    private static int AppendAccented(string text, char accent, int at, StringBuilder decoded, int accents)
    {
        var from = at;
        while (at < text.Length && text[at] is '{' or ' ') at++;
        if (at >= text.Length || text[at] == '}')
        {
            if (!char.IsAsciiLetter(accent)) decoded.Append(accent);
            return from;
        }
        string letter;
        if (text[at] == '\\')
        {
            if (accents == MaxAccents || at + 1 == text.Length) return at;
            var inner = new StringBuilder();
            at = AppendCommand(text, at + 1, inner, accents + 1);

            // The letters without a dot are there to be given accents in its place.
            letter = inner.ToString() switch { "ı" => "i", "ȷ" => "j", var other => other };
        }
        else
        {
            letter = text[at].ToString();
            at++;
        }
        decoded.Append(Composed.GetValueOrDefault((accent, letter), letter));
        return at;
    }

    private static bool IsAccent(char letter) => letter is '\'' or '`' or '^' or '"' or '~' or '=' or '.'
        or 'u' or 'v' or 'H' or 'c' or 'k' or 'r' or 'd' or 'b' or 't';

    private static int SkipBlank(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "{}", 0, 2) == 0) return at + 2;
        return at < text.Length && text[at] == ' ' ? at + 1 : at;
    }

    private static FrozenDictionary<(char, string), string> Compose()
    {
        var composed = new Dictionary<(char, string), string>();
        foreach (var row in Accented)
            foreach (var letter in row[1..]) composed[(row[0], Folding.Plain(letter.ToString()))] = letter.ToString();
        foreach (var row in DoublyAccented)
            for (var at = 1; at < row.Length; at += 2) composed[(row[0], row[at].ToString())] = row[at + 1].ToString();
        return composed.ToFrozenDictionary();
    }
}
