using System.Text;

namespace PaperGraph.Model;

/// <summary>Names in addresses: words in lower case with hyphens between. Of papers, organizations and concepts alike.</summary>
public static class Slug
{
    private const int MaxLength = 80;

    private static readonly string[] Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi",
        "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];

    /// <returns>Up to 80 characters, cut between words; the beginning of a hash where a text has no letters and digits.</returns>
    public static string Create(string text)
    {
        var slug = "";
        foreach (var word in Folding.Words(text.Replace("+", "plus", StringComparison.Ordinal)))
        {
            var spelt = Spelt(word);
            var longer = slug.Length == 0 ? spelt : $"{slug}-{spelt}";
            if (longer.Length > MaxLength) break;
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

    /// <summary>A Greek letter among others is a symbol, which has a name; letters of Greek words stay.</summary>
    private static string Spelt(string word)
    {
        if (Ascii.IsValid(word)) return word;
        var spelt = new StringBuilder(word.Length + 8);
        for (var i = 0; i < word.Length; i++)
        {
            var isSymbol = word[i] is >= 'α' and <= 'ω' && (i == 0 || !TexLetters.IsGreek(word[i - 1]))
                && (i + 1 == word.Length || !TexLetters.IsGreek(word[i + 1]));
            if (isSymbol) spelt.Append(Greek[word[i] - 'α']);
            else spelt.Append(word[i]);
        }
        return spelt.ToString();
    }
}
