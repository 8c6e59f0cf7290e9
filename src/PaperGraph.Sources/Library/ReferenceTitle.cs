namespace PaperGraph.Sources.Library;

/// <summary>Titles of references, whose second halves have a field of their own in biblatex and at Crossref.</summary>
internal static class ReferenceTitle
{
    public static string Join(string title, string? subtitle)
    {
        if (subtitle is null || title.EndsWith(subtitle, StringComparison.OrdinalIgnoreCase)) return title;
        return title is [.., ':' or '?' or '!' or '.' or '–' or '—'] ? $"{title} {subtitle}" : $"{title}: {subtitle}";
    }
}
