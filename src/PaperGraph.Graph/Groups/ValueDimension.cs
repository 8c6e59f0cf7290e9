using System.Globalization;
using PaperGraph.Data.Groups;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Groups;

/// <summary>Words that papers have: a source, a host, a kind.</summary>
internal sealed record TextDimension(PaperDimension Name, string Key, Func<string, FilterField> Filter)
    : GroupDimension(Name, SqlType.Text, "''", Key)
{
    /// <summary>What a person calls it.</summary>
    public Func<string, string> Label { get; init; } = text => text;

    public override string Order(string key) => $"nullif({key}, '') collate \"C\"";

    public override GroupKey Read(SqlRow row, int key, int name) => row.GetString(key) is { Length: > 0 } text
        ? new GroupKey(text, Label(text), Filter(text))
        : GroupKey.Unknown(Name);
}

/// <summary>Whether a repository of the paper is known.</summary>
internal sealed record HasCodeDimension() : GroupDimension(PaperDimension.HasCode, SqlType.Boolean, "null", "c.has_code")
{
    public override GroupKey Read(SqlRow row, int key, int name) => row.GetBoolean(key)
        ? new GroupKey("true", "With code", new FilterField("hasCode", "true"))
        : new GroupKey("false", "Without code", new FilterField("hasCode", "false"));
}

/// <summary>How many authors the paper has, in ranges. A key is the least number of one.</summary>
internal sealed record AuthorCountDimension() : GroupDimension(PaperDimension.AuthorCount, SqlType.Integer, "-1", Ranges)
{
    private static readonly string Ranges = GroupMembershipsSql.AuthorRange("c.author_count");

    public override GroupKey Read(SqlRow row, int key, int name)
    {
        var from = row.GetInt32(key);
        if (from < 0) return GroupKey.Unknown(Name);
        int? to = from switch { <= 2 => from, 3 => 5, 6 => 10, 11 => 20, 21 => 50, 51 => 100, _ => null };
        var (first, last) = (Text(from), to is { } end ? Text(end) : null);
        var filter = new FilterField("authorCount", last is null ? $"{{ from: {first} }}" : $"{{ from: {first}, to: {last} }}");
        if (first == last) return new GroupKey(first, from == 1 ? "1 author" : $"{first} authors", filter);
        return last is null
            ? new GroupKey($"{first}+", $"{first} authors or more", filter)
            : new GroupKey($"{first}-{last}", $"{first} to {last} authors", filter);

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
