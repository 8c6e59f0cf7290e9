using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace PaperGraph.NodePages.Tex;

/// <summary>What stands between dollars, read as TeX.</summary>
internal sealed partial class MathText(string typed)
{
    private static readonly TexTables Tables = TexTables.Instance;
    private static readonly SearchValues<char> Signs = SearchValues.Create(@"\{}^_$");

    private int at;
    private bool isSure = true;

    /// <summary>Whether all of it has a form in Unicode.</summary>
    public bool TryRead([NotNullWhen(true)] out string? shown)
    {
        var text = new StringBuilder();
        while (isSure && at < typed.Length) text.Append(Item());
        shown = isSure ? text.ToString() : null;
        return isSure;
    }

    private string Item()
    {
        var item = typed[at++];
        switch (item)
        {
            case '{':
                at--;
                return Read(Group());
            case '}':
                return Unsure();
            case '^':
                return Script(item, Tables.Superscripts);
            case '_':
                return Script(item, Tables.Subscripts);
            case '\\':
                return Command();
            case '~':
                return " ";
            case '\'':
                return "′";
            default:
                var isAlone = !(at < typed.Length && char.IsAsciiLetter(typed[at])) && !(at > 1 && char.IsAsciiLetter(typed[at - 2]));
                return isAlone ? Italic(item) : item.ToString();
        }
    }

    private string Command()
    {
        var name = Letters().Match(typed, at).Value;
        if (name.Length == 0) return at < typed.Length ? Known(Tables.Escapes, typed[at++].ToString()) : Unsure();
        at += name.Length;
        if (Tables.Accents.TryGetValue(name, out var accent))
            return Argument() is [var letter] && char.IsLetterOrDigit(letter) ? $"{letter}{accent}" : Unsure();
        if (Tables.Styles.Contains(name)) return Plain(Argument());
        switch (name)
        {
            case "mathbb":
                return Each(Argument(), Tables.Blackboard);
            case "mathcal":
                return Each(Argument(), Tables.Calligraphic);
            case "frac":
                return $"{Simple()}/{Simple()}";
            case "sqrt":
                var root = Read(Argument());
                return IsOne(root) ? $"√{root}" : $"√({root})";
            default:
                return Known(Tables.Symbols, name);
        }
    }

    /// <summary>Raised or lowered where all of it has such a form; a single sign else stands behind the sign for it.</summary>
    private string Script(char sign, IReadOnlyList<string> forms)
    {
        var argument = Styled().Replace(Argument(), "$1");
        if (sign == '^' && argument == "\\circ") return "°";
        if (sign == '^' && argument == "\\prime") return "′";
        if (argument.Length > 0 && argument.All(forms[0].Contains)) return Each(argument, forms);
        var text = argument is [var letter] && char.IsLetter(letter) ? argument : Read(argument);
        return IsOne(text) ? sign + text : Unsure();
    }

    private string Simple()
    {
        var text = Read(Argument());
        return text.Length > 0 && text.EnumerateRunes().All(Rune.IsLetterOrDigit) ? text : Unsure();
    }

    /// <summary>What a command or a script is of, as typed: a group, a command without arguments, or one character.</summary>
    private string Argument()
    {
        while (at < typed.Length && typed[at] == ' ') at++;
        if (at < typed.Length && typed[at] == '{') return Group();
        var argument = FirstArgument().Match(typed, at).Value;
        at += argument.Length;
        return argument.Length > 0 ? argument : Unsure();
    }

    private string Group()
    {
        var (from, depth) = (at, 0);
        for (; at < typed.Length; at++)
        {
            if (typed[at] == '{') depth++;
            if (typed[at] == '}' && --depth == 0) return typed[(from + 1)..at++];
        }
        return Unsure();
    }

    private string Read(string argument) => new MathText(argument).TryRead(out var shown) ? shown : Unsure();

    private string Known(IReadOnlyDictionary<string, string> table, string name) => table.GetValueOrDefault(name) ?? Unsure();

    private string Plain(string text) => text.AsSpan().IndexOfAny(Signs) < 0 ? text : Unsure();

    private string Each(string text, IReadOnlyList<string> forms)
    {
        var shown = new StringBuilder();
        foreach (var character in text)
        {
            var place = forms[0].IndexOf(character);
            if (place < 0) return Unsure();
            shown.Append(forms[1].EnumerateRunes().ElementAt(place).ToString());
        }
        return shown.ToString();
    }

    private string Unsure()
    {
        isSure = false;
        return "";
    }

    private static bool IsOne(string text) => text.EnumerateRunes().Take(2).Count() == 1;

    /// <summary>A letter that stands for a quantity.</summary>
    private static string Italic(char letter) => letter switch
    {
        'h' => "ℎ",
        >= 'a' and <= 'z' => char.ConvertFromUtf32(0x1D44E + letter - 'a'),
        >= 'A' and <= 'Z' => char.ConvertFromUtf32(0x1D434 + letter - 'A'),
        _ => letter.ToString(),
    };

    [GeneratedRegex(@"\G[A-Za-z]*")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\G(?:\\[A-Za-z]+|[^\\}^_$\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])")]
    private static partial Regex FirstArgument();

    [GeneratedRegex(@"^\\(?:mathrm|text[a-z]*)\{([^{}\\]*)\}\z")]
    private static partial Regex Styled();
}
