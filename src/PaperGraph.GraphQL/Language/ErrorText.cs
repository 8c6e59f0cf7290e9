using System.Runtime.CompilerServices;
using System.Text;

namespace PaperGraph.GraphQL.Language;

/// <summary>
/// The message of an error, as an interpolated string whose values are cut: whatever a client sends, and however much of it, a message
/// quotes no more than the beginning. What is made of texts that are cut already is put in with the format <c>whole</c>.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct ErrorText(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted<T>(T value) => text.Append(Excerpt.From(value?.ToString() ?? ""));

    /// <param name="format"><c>whole</c>: the value is not cut.</param>
    public void AppendFormatted(string? value, string format) =>
        text.Append(format == "whole" ? value : throw new FormatException($"\"{format}\" is no format of a message's values."));

    public override string ToString() => text.ToString();
}
