using System.Collections.Frozen;
using System.Text;

namespace PaperGraph.Data.Text;

/// <summary>
/// What titles are compared by: letters and digits alone, folded, so that case, accents, punctuation, blanks and TeX do not
/// matter.
/// </summary>
public static class TitleKey
{
    // Titles write these letters both ways; \varepsilon and its like are the same letter.
    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["zeta"] = "ζ",
        ["eta"] = "η",
        ["theta"] = "θ",
        ["iota"] = "ι",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["nu"] = "ν",
        ["xi"] = "ξ",
        ["pi"] = "π",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["tau"] = "τ",
        ["upsilon"] = "υ",
        ["phi"] = "φ",
        ["chi"] = "χ",
        ["psi"] = "ψ",
        ["omega"] = "ω",
        ["aa"] = "a",
        ["ae"] = "ae",
        ["dh"] = "d",
        ["dj"] = "d",
        ["ell"] = "l",
        ["hbar"] = "h",
        ["i"] = "i",
        ["imath"] = "i",
        ["j"] = "j",
        ["jmath"] = "j",
        ["l"] = "l",
        ["ng"] = "ŋ",
        ["o"] = "o",
        ["oe"] = "oe",
        ["ss"] = "ss",
        ["th"] = "th",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <returns>1 to 500 characters. A title without letters and digits is its own key.</returns>
    public static string Of(string title)
    {
        var key = new StringBuilder(title.Length);
        for (var at = 0; at < title.Length;)
        {
            var command = TexCommandAt(title, at);
            if (command.Length > 0)
            {
                if (Letter(command) is { } letter) key.Append(letter);
                at += 1 + command.Length;
            }
            else
            {
                Rune.DecodeFromUtf16(title.AsSpan(at), out var character, out var length);
                key.AppendFolded(character);
                at += length;
            }
        }
        return ShortKey.Fit(key.Length > 0 ? key.ToString() : title);
    }

    private static string TexCommandAt(string title, int at)
    {
        if (title[at] != '\\') return "";
        var end = at + 1;
        while (end < title.Length && char.IsAsciiLetter(title[end])) end++;
        return title[(at + 1)..end];
    }

    private static string? Letter(string command)
    {
        if (command.StartsWith("var", StringComparison.Ordinal)) command = command[3..];
        return Letters.GetValueOrDefault(command);
    }
}
