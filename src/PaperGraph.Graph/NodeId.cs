using System.Buffers.Text;
using System.Globalization;
using System.Text;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph;

/// <summary>The global id of a node: the name of its type and its row's id, made opaque.</summary>
internal readonly record struct NodeId(string Type, long Key)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Type}:{Key}"));

    /// <summary>Reads what <see cref="ToString"/> has written; false for any other text.</summary>
    public static bool TryParse(string text, out NodeId id)
    {
        id = default;
        if (text.Length > 64 || !Base64Url.IsValid(text)) return false;
        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1) return false;
        if (!long.TryParse(plain.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var key)) return false;
        id = new NodeId(plain[..colon], key);
        return id.ToString() == text;
    }

    /// <summary>
    /// That the column <paramref name="key"/> is the key in the id <paramref name="text"/>; false where that is of another type.
    /// </summary>
    /// <param name="former">A query for former ids and those that they lead to now.</param>
    public static SqlFragment Condition(string text, string type, RawSql key, RawSql? former = null)
    {
        if (!TryParse(text, out var id) || id.Type != type) return new RawSql("false");
        return former is { } ids
            ? sql => sql.Append($"({key} = {id.Key} or {key} = (select f.current from ({ids}) f (id, current) where f.id = {id.Key}))")
            : sql => sql.Append($"{key} = {id.Key}");
    }
}
