using System.Text;

namespace PaperGraph.Sources.Bytes;

/// <param name="Encoding">What the text has to be converted from; null where it is UTF-8 already.</param>
internal sealed record ByteOrderMark(int Length, Encoding? Encoding)
{
    public static readonly ByteOrderMark None = new(0, null);
    public static readonly ByteOrderMark Utf8 = new(3, null);
    public static readonly ByteOrderMark Utf16 = new(2, System.Text.Encoding.Unicode);
    public static readonly ByteOrderMark Utf16BigEndian = new(2, System.Text.Encoding.BigEndianUnicode);

    public static ByteOrderMark From(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFF, 0xFE, 0, 0, ..] => None,
        [0xFF, 0xFE, ..] => Utf16,
        [0xFE, 0xFF, ..] => Utf16BigEndian,
        _ => None,
    };
}
