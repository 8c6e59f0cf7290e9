using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Search;

/// <summary>
/// What else than papers a search finds, by its names: those that are typed whole, those that go on behind what is typed, and where there
/// are none of both, those that are spelt alike.
/// </summary>
/// <param name="typed">What was typed.</param>
/// <param name="kinds">The kinds to look among, none of them papers.</param>
internal sealed class NameMatches(TypedText typed, IReadOnlyList<NodeKind> kinds)
{
    private const string Nothing = """
        names (kind, node, score, field, name) as (select '', 0::bigint, 0::real, '', '' where false),
        called (rows, is_estimate) as (select 0::bigint, false)
        """;

    private const int MaxWhole = 200;

    private const int MaxNamesAlike = 20;

    // Lengths of what was typed, in characters.
    private const int MinSlip = 3;

    private const int MaxSlip = 11;

    private const int MinAlike = 4;

    private const int MaxAlike = 40;

    /// <summary>How many names that begin so are all ranked; of more, the best known of each kind.</summary>
    public const int MaxBegun = 200;

    /// <summary>How many names of a kind are taken then.</summary>
    public const int MaxPopular = 50;

    /// <summary>Whether something is called as was typed, as a condition behind what <see cref="Append"/> appends.</summary>
    public RawSql IsCalledSo => new(HasNames ? "exists (select from called_whole)" : "false");

    private bool HasNames => typed.Name.Length > 0;

    /// <summary>
    /// Appends common table expressions: <c>names (kind, node, score, field, name)</c>, and <c>called (rows, is_estimate)</c>, how many
    /// there are of which these are the best.
    /// </summary>
    public void Append(SqlText sql)
    {
        if (typed.RepositoryKey is { } repository && kinds.Contains(NodeKind.Repository)) AppendRepository(sql, repository);
        else if (HasNames) AppendNames(sql, typed.Name);
        else sql.Append($"{new RawSql(Nothing)}");
    }

    private static void AppendRepository(SqlText sql, string key) => sql.Append($"""
        names (kind, node, score, field, name) as materialized (
          select 'REPOSITORY', id, 5::real, 'URL', url from repositories where key = {key}),
        called (rows, is_estimate) as (select count(*), false from names)
        """);

    private void AppendNames(SqlText sql, string name)
    {
        var names = kinds.Select(EnumName.For).ToArray();
        sql.Append($"""
            typed as materialized (select nullif(search_key({name}), '') as key),
            called_whole as materialized (
              select s.*
              from search_names s
              where {NameIs("(select key from typed)")} and s.kind = any ({names})
              order by s.popularity desc, s.kind, s.target_id
              limit {RawSql.Number(MaxWhole)}),

            """);
        // A letter begins everything: while one types it is offered what is known best, but it is no search for that.
        sql.Append($"beginning as materialized (select key from typed where length(key) > 1),\n");
        SearchNamesBegun.Append(sql, "begun_names", "beginning", names, MaxBegun, MaxPopular);
        const string NothingElse = "not exists (select from called_whole) and not exists (select from begun_names)";
        Slips.Append(sql, new("beginning"), new($"length(t.key) between {MinSlip} and {MaxSlip} and {NothingElse}"));
        // By trigrams a slip of a short word leaves nothing alike, and of a long text they are too many. How much has to be alike is no
        // operand: the setting ends with the statement.
        sql.Append($"""
            long_enough (key) as materialized (
              select key
              from beginning
              where length(key) between {RawSql.Number(MinAlike)} and {RawSql.Number(MaxAlike)} and {new RawSql(NothingElse)}
                and set_config('pg_trgm.similarity_threshold', '0.45', true) is not null),
            alike as materialized (
              select s.*, 0.7 as likeness
              from slips
              join search_names s on {NameIs("slips.key")} and s.kind = any ({names})
              union all
              (select s.*, similarity(s.key, (select key from long_enough)) as likeness
              from search_names s
              where s.key % (select key from long_enough) and s.is_whole and s.kind = any ({names})
                and exists (select from long_enough)
              order by likeness desc, s.popularity desc, s.kind, s.target_id
              limit {RawSql.Number(MaxNamesAlike)})),
            names (kind, node, score, field, name) as materialized (
              select distinct on (kind, target_id) kind, target_id, score::real, field, name
              from (
                select kind, target_id, 4 + popularity / 100.0 as score, 'NAME' as field, name from called_whole
                union all
                select s.kind, s.target_id,
                  case when s.key = t.key then 2.0 when s.is_whole then 1.9 else 1.5 end
                    + s.popularity / 60.0 + 0.3 * least(1, length(t.key)::real / length(s.name)),
                  'NAME', s.name
                from begun_names s, typed t
                union all
                select kind, target_id, 1 + likeness + popularity / 100.0, 'NAME', name from alike) as found
              order by kind, target_id, score desc, name collate "C"),
            called (rows, is_estimate) as (
              select count(*), (select count(*) from begun_names) > {RawSql.Number(MaxBegun)} from names)
            """);
    }

    /// <summary>That a name is some text. An equality PostgreSQL would look up by the trigrams, which takes longer.</summary>
    public static RawSql NameIs(string key) => new($"s.key between {key} and {key} and s.is_whole");
}
