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

    /// <summary>The slug, then, for where it is taken, the slug and more and more of a hash of what it stands for.</summary>
    public static IEnumerable<string> Forms(string slug, string key)
    {
        yield return slug;
        var hash = ShortKey.Hash(key);
        foreach (var digits in new[] { 6, 12, 24, 64 }) yield return $"{slug}-{hash[..digits]}";
    }
}
