namespace PaperGraph.GraphQL.Language;

/// <summary>A text to parse, and what to call it in messages.</summary>
public sealed class SourceText(string text, string name = "GraphQL request")
{
    public string Text { get; } = text;

    /// <summary>A file name, or what the text is.</summary>
    public string Name { get; } = name;

    /// <summary>The place of an offset. Line feed, carriage return, and the two together each end a line.</summary>
    public Location GetLocation(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < offset; i++)
        {
            if (Text[i] is not ('\n' or '\r')) continue;
            if (Text[i] == '\r' && i + 1 < Text.Length && Text[i + 1] == '\n')
            {
                if (i + 1 == offset) break;
                i++;
            }
            line++;
            lineStart = i + 1;
        }
        return new Location(offset, offset, line, offset - lineStart + 1);
    }

    public static implicit operator SourceText(string text) => FromString(text);

    public static SourceText FromString(string text) => new(text);
}
