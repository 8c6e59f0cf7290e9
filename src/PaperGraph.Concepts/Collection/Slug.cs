using System.Text;

namespace PaperGraph.Concepts.Collection;

/// <summary>Names as part of an address: lower-case ASCII letters and digits, one hyphen between them.</summary>
internal static class Slug
{
    private const int Longest = 80;

    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            if (slug.Length >= Longest) break;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (c == '+') slug.Append("plus");
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        while (slug.Length > 0 && slug[^1] == '-') slug.Length--;
        return slug.Length > 0 ? slug.ToString() : "concept";
    }

    /// <summary>Eight digits that follow from the text alone (FNV-1a).</summary>
    public static string Digest(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
