using Npgsql;
using PaperGraph.Data;

namespace PaperGraph.Ingest.Faults;

/// <summary>A failure of a stage with one paper.</summary>
internal sealed record PaperFault(long PaperId, Exception Exception)
{
    /// <summary>
    /// Whether what was thrown tells of what was worked on: a mistake of ours that some text brings to light, or a value that PostgreSQL
    /// refuses (SQLSTATE classes 22, 23 and 54: data exceptions, broken constraints, limits such as the size of an index row). All else,
    /// such as a lost connection or a full disk, ends the run.
    /// </summary>
    public static bool IsOne(Exception exception) => (NpgsqlFailure.Of(exception) ?? exception) switch
    {
        AggregateException several => several.Flatten().InnerExceptions.All(IsOne),
        IOException => false,
        OperationCanceledException or OutOfMemoryException or StrictImportException => false,
        PostgresException refused => refused.SqlState[..2] is "22" or "23" or "54",
        NpgsqlException => false,
        _ => true,
    };
}
