namespace PaperGraph.Sources.Bytes;

/// <summary>Why an input cannot be read, or its bytes cannot be papers in any format.</summary>
internal sealed record UnreadableInput(string Message, string Advice)
{
    /// <summary>What to do about rows that are in no text that is read.</summary>
    internal const string WriteRows =
        "Write the rows as CSV, or as JSON, each an object, in one of the formats that `papergraph formats` lists.";

    private const string SeeFormats = "`papergraph formats` lists what is read.";

    public static UnreadableInput? From(Input input)
    {
        var bytes = input.Probe.Bytes;
        if (input.Damage is { } damage && bytes.IsEmpty) return new UnreadableInput(damage.Message, "Get the file again.");
        if (bytes.Length < Probe.MaxBytes && IsBlank(bytes))
            return new UnreadableInput(bytes.IsEmpty ? "The input is empty." : "The input is empty but for blanks.", SeeFormats);
        if (bytes.StartsWith("version https://git-lfs.github.com/spec/"u8))
            return new UnreadableInput(
                "This is a pointer of Git LFS, which stands in the place of the file.", "Get the file itself with `git lfs pull`.");
        var known = BinaryFormat.Find(bytes);
        if ((known?.Name ?? FindCompressed(bytes)) is { } format)
            return new UnreadableInput($"This is {format}, and no text.", known is { IsOfRows: true } ? WriteRows : SeeFormats);
        if (LooksLikeUtf16(bytes)) return new UnreadableInput("This is UTF-16 without a byte order mark.", "Save the file as UTF-8.");
        // Some controls, NUL among them, come into texts by what wrote them, and do not keep the rest from being read.
        if (CountControls(bytes) * 50 > bytes.Length)
            return new UnreadableInput("This is binary data, and no text.", SeeFormats);
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

    private static string? FindCompressed(ReadOnlySpan<byte> bytes) =>
        ZipArchiveInputs.IsZip(bytes) ? "a zip archive within compressed data"
        : CompressionExtensions.Find(bytes) is not Compression.None and var inner ? $"compressed data ({inner}) within compressed data"
        : null;

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(" \t\r\n\f"u8) < 0;

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
