
namespace PaperGraph.Model;

/// <summary>What names of people are compared by: their folded words, with single blanks between.</summary>
public static class NameKey
{
    /// <returns>1 to 500 characters. A name without letters and digits is its own key.</returns>
    public static string Create(string name)
    {
        var key = string.Join(' ', Folding.Words(name));
        return ShortKey.Fit(key.Length > 0 ? key : name);
    }
}
