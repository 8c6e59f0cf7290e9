using System.Runtime.CompilerServices;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>Reads back what extractors found, for the stage that looks at the whole collection.</summary>
public static class MentionReads
{
    private const string Mentions = """
        select paper_id, field, start, length, surface, key, kind, score, origin
        from mentions
        where paper_id = any(@papers)
        order by paper_id, field desc, start, length
        """;

    private const string Abbreviations = """
        select paper_id, short_form, long_form, short_key, long_key
        from abbreviations
        where paper_id = any(@papers)
        order by paper_id, short_form collate "C", long_form collate "C"
        """;

    private const string Papers = "select id from papers where id > @after order by id limit @limit";

    /// <summary>
    /// All papers in the order of their ids, with their mentions in the order of the text, title first. Read in portions, so
    /// that a collection of any size passes through.
    /// </summary>
    public static async IAsyncEnumerable<PaperMentions> AllAsync(
        NpgsqlTransaction transaction, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int Portion = 2000;
        var strings = new HashSet<string>();
        for (var after = 0L; ;)
        {
            var ids = await transaction.QueryAsync(
                Papers, reader => reader.GetInt64(0), cancellationToken, ("after", after), ("limit", Portion));
            if (ids.Count == 0) yield break;
            after = ids[^1];

            var papers = ("papers", (object)ids.ToArray());
            var mentions = await transaction.QueryAsync(Mentions, reader => ReadMention(reader, strings), cancellationToken, papers);
            var abbreviations = await transaction.QueryAsync(Abbreviations, ReadAbbreviation, cancellationToken, papers);
            var mentionsOf = mentions.ToLookup(row => row.PaperId, row => row.Mention);
            var abbreviationsOf = abbreviations.ToLookup(row => row.PaperId, row => row.Abbreviation);
            foreach (var id in ids) yield return new PaperMentions(id, [.. mentionsOf[id]], [.. abbreviationsOf[id]]);
        }
    }

    private static (long PaperId, MentionRow Mention) ReadMention(NpgsqlDataReader reader, HashSet<string> strings) => (
        reader.GetInt64(0),
        new MentionRow(
            StoredName.Parse<PaperField>(reader.GetString(1)),
            reader.GetInt32(2),
            reader.GetInt32(3),
            Once(strings, reader.GetString(4)),
            Once(strings, reader.GetString(5)),
            StoredName.Parse<ConceptKind>(reader.GetString(6)),
            reader.GetFloat(7),
            StoredName.Parse<NameOrigin>(reader.GetString(8))));

    /// <summary>Names come again in paper after paper: each is kept in memory once.</summary>
    private static string Once(HashSet<string> strings, string text)
    {
        if (strings.TryGetValue(text, out var known)) return known;
        strings.Add(text);
        return text;
    }

    private static (long PaperId, AbbreviationRow Abbreviation) ReadAbbreviation(NpgsqlDataReader reader) => (
        reader.GetInt64(0),
        new AbbreviationRow(reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)));
}
