namespace PaperGraph.Data.Text;

/// <summary>Names in addresses: words in lower case with hyphens between.</summary>
internal static class Slug
{
    private const int Longest = 80;

    /// <returns>Up to 80 characters, cut between words; the beginning of a hash where a text has no letters and digits.</returns>
    public static string Of(string text)
    {
        var slug = "";
        foreach (var word in Folding.Words(text))
        {
            var longer = slug.Length == 0 ? word : $"{slug}-{word}";
            if (longer.Length > Longest) break;
            slug = longer;
        }
        return slug.Length > 0 ? slug : ShortKey.Hash(text)[..12];
    }

    /// <summary>The slug, or, where it is taken, the slug and the beginning of a hash of what it stands for.</summary>
    public static string Free(string slug, string key, HashSet<string> taken)
    {
        if (taken.Add(slug)) return slug;
        var hash = ShortKey.Hash(key);
        for (var digits = 6; ; digits += 2)
        {
            var longer = $"{slug}-{hash[..digits]}";
            if (taken.Add(longer)) return longer;
        }
    }
}
