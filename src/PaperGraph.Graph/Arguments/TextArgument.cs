using System.Text;
using PaperGraph.GraphQL;

namespace PaperGraph.Graph.Arguments;

/// <summary>Texts of a request on their way into a statement.</summary>
internal static class TextArgument
{
    /// <summary>The text itself, where PostgreSQL can hold it and it is not too long.</summary>
    /// <exception cref="PaperGraph.GraphQL.Execution.FieldFailureException">It is not.</exception>
    public static string Checked(string text, ArgumentPath at, int maxLength)
    {
        if (text.Length > maxLength) throw BadArgument.Create(at, $"has {text.Length} characters; give {maxLength} at most.");
        return IsUnicodeWithoutNul(text)
            ? text
            : throw BadArgument.Create(at, "holds U+0000 or half of a surrogate pair, which stand in no text of the graph; leave it out.");
    }

    /// <summary>Whether PostgreSQL can hold it: Unicode text without U+0000.</summary>
    public static bool IsUnicodeWithoutNul(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }

    /// <summary>A text in quotes as messages echo it: one line, and cut where it is long.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(Excerpt.From(text));
        for (var i = 0; i < quoted.Length; i++)
            if (char.IsControl(quoted[i])) quoted[i] = ' ';
        return $"\"{quoted}\"";
    }
}
