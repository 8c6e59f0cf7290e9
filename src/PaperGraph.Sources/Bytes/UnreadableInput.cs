using System.Buffers;

namespace PaperGraph.Sources.Bytes;

/// <summary>Why an input cannot be read, or its bytes cannot be papers in any format.</summary>
internal sealed record UnreadableInput(string Message, string Advice)
{
    private static readonly SearchValues<byte> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    private const string SaveAsText = "Give a Daily Papers page saved as text, or JSON.";

    public static UnreadableInput? From(Input input)
    {
        var bytes = input.Probe.Span;
        if (input.Damage is { } damage && bytes.IsEmpty)
            return new UnreadableInput($"The compressed data cannot be read ({damage.TrimEnd('.')}).", "Get the file again.");
        if (bytes.Length < Input.ProbeBytes && IsBlank(bytes))
            return new UnreadableInput(bytes.IsEmpty ? "The input is empty." : "The input is empty but for blanks.", SaveAsText);
        if (FindFormat(bytes) is { } format)
            return new UnreadableInput($"This is {format}, and no text.", SaveAsText);
        if (bytes.Contains((byte)0))
            return LooksLikeUtf16(bytes)
                ? new UnreadableInput("This is UTF-16 without a byte order mark.", "Save the file as UTF-8.")
                : new UnreadableInput("This is binary data, and no text.", SaveAsText);
        if (CountControls(bytes) * 50 > bytes.Length)
            return new UnreadableInput("This is binary data, and no text.", SaveAsText);
        if (FindBibliography(bytes) is { } bibliography)
            return new UnreadableInput($"This is {bibliography}, which is not read yet.", SaveAsText);
        if (IsMarkup(bytes))
            return new UnreadableInput("This is HTML or XML, which is not read yet.", SaveAsText);
        return null;
    }

    /// <summary>What an exception tells of the input; null where it tells of something else.</summary>
    public static UnreadableInput? From(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => new UnreadableInput("There is no such file.", "Check the path."),
        UnauthorizedAccessException =>
            new UnreadableInput("It may not be read.", "Check its permissions, and that it is a file."),
        IOException => new UnreadableInput(
            $"It could not be read to its end: {exception.Message.TrimEnd('.')}.",
            "What was read before is kept; import it again when it can be read."),
        _ => null,
    };

    private static string? FindFormat(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF"u8) ? "a PDF"
        : bytes.StartsWith("PK\u0003\u0004"u8) ? "a zip archive"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "gzip within gzip"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "a picture (PNG)"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "a picture (JPEG)"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? "zstd-compressed data"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z']) ? "xz-compressed data"
        : bytes.StartsWith("BZh"u8) ? "bzip2-compressed data"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? "UTF-32"
        : null;

    // The lines of these files would be taken for organizations with dates.
    private static string? FindBibliography(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("TY  - "u8)) return "RIS";
        if (text is not [(byte)'@', ..]) return null;
        var end = text.IndexOfAny((byte)'{', (byte)'\n');
        return end is > 3 and < 20 && text[end] == '{' && text[1..end].IndexOfAnyExcept(Letters) < 0 ? "BibTeX" : null;
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(" \t\r\n\f"u8) < 0;

    private static bool IsMarkup(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimStart(" \t\r\n"u8);
        return text is [(byte)'<', (byte)'!' or (byte)'?' or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z'), ..];
    }

    // Latin text in UTF-16 is a zero in every other byte.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        var odd = 0;
        var even = 0;
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] != 0) continue;
            if (index % 2 == 0) even++;
            else odd++;
        }
        return Math.Max(odd, even) * 5 > bytes.Length && Math.Min(odd, even) * 20 < bytes.Length;
    }

    private static int CountControls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var value in bytes)
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B)) count++;
        return count;
    }
}
