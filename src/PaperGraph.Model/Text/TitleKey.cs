using System.Text;

namespace PaperGraph.Model;

/// <summary>
/// What titles are compared by: letters and digits alone, folded, so that case, accents, punctuation, blanks and TeX do not
/// matter. Keys are stored: where their rules change, rows keep the old ones until their page is imported again.
/// </summary>
public static class TitleKey
{
    /// <returns>1 to 500 characters. A title without letters and digits is its own key.</returns>
    public static string Create(string title)
    {
        var key = new StringBuilder(title.Length);
        for (var at = 0; at < title.Length;)
        {
            var written = TexLetters.At(title, at);
            if (written.Text is { } text)
            {
                foreach (var character in text.EnumerateRunes()) key.AppendFolded(character);
                at += written.Length;
            }
            else if (title[at] == '\\')
            {
                at++;
                while (at < title.Length && char.IsAsciiLetter(title[at])) at++;
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
}
