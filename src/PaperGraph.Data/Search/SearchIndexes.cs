using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Search;

/// <summary>The indexes of words and of what is spelt alike.</summary>
internal static class SearchIndexes
{
    // Only whoever owns an index may; where that is another role, the list is put in when it is full, or by vacuuming.
    private const string PutIn = """
        select gin_clean_pending_list(c.oid)
        from pg_class c
        join pg_am method on method.oid = c.relam
        where c.relnamespace = to_regnamespace(current_schema())
          and c.relkind = 'i'
          and method.amname = 'gin'
          and pg_has_role(c.relowner, 'usage')
        """;

    /// <summary>
    /// Puts in what waits in the lists of GIN indexes. It is found before, but each search reads the lists through. An index without a list
    /// would take seven times as long for each paper; emptied behind a chunk of papers, the list costs next to nothing.
    /// </summary>
    public static Task PutInAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(PutIn, cancellationToken);
}
