namespace PaperGraph.Sources.Bytes;

/// <summary>A format of files that is no text, and how its files begin, so that a person is told which it is.</summary>
/// <param name="Start">Its first bytes, one a character.</param>
/// <param name="At">Where these stand.</param>
/// <param name="IsOfRows">Whether it holds rows, which could be written as text.</param>
internal sealed record BinaryFormat(string Name, string Start, int At = 0, bool IsOfRows = false)
{
    private static readonly BinaryFormat[] All =
    [
        new("a PDF", "%PDF"),
        new("a Parquet file", "PAR1", IsOfRows: true),
        new("a Feather (Arrow) file", "ARROW1", IsOfRows: true),
        new("a Feather file", "FEA1", IsOfRows: true),
        new("an Avro file", "Obj\u0001", IsOfRows: true),
        new("an SQLite database", "SQLite format 3\0", IsOfRows: true),
        new("an HDF5 file", "\u0089HDF\r\n", IsOfRows: true),
        new("a NumPy file", "\u0093NUMPY", IsOfRows: true),
        new("a pickle of Python", "\u0080\u0004\u0095", IsOfRows: true),
        new("a pickle of Python", "\u0080\u0005\u0095", IsOfRows: true),
        new("an old Office document", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
        new("a picture (PNG)", "\u0089PNG"),
        new("a picture (JPEG)", "\u00ff\u00d8\u00ff"),
        new("a picture (GIF)", "GIF8"),
        new("xz-compressed data", "\u00fd7zXZ"),
        new("bzip2-compressed data", "BZh"),
        new("LZ4-compressed data", "\u0004\"M\u0018"),
        new("a 7-Zip archive", "7z\u00bc\u00af\u0027\u001c"),
        new("a RAR archive", "Rar!\u001a\u0007"),
        new("a tar archive", "ustar", At: 257),
        new("UTF-32", "\u00ff\u00fe\0\0"),
        new("UTF-32", "\0\0\u00fe\u00ff"),
    ];

    /// <summary>The format whose files begin so; null where none is known.</summary>
    public static BinaryFormat? Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var format in All)
            if (format.Begins(bytes)) return format;
        return null;
    }

    private bool Begins(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < At + Start.Length) return false;
        for (var i = 0; i < Start.Length; i++)
            if (bytes[At + i] != Start[i]) return false;
        return true;
    }
}
