using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Npgsql;
using PaperGraph.GraphQL;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Sql;

/// <summary>A piece of a statement that writes itself, with its parameters, where it is put.</summary>
internal delegate void SqlFragment(SqlText sql);

/// <summary>Words of SQL that go into the statement as they stand; they never come from a request.</summary>
internal readonly record struct RawSql(string Text)
{
    public static implicit operator SqlFragment(RawSql words) => sql => sql.AppendWords(words.Text);

    /// <summary>
    /// A number of the program's own choosing, such as a limit, written out. Of a limit that is a parameter PostgreSQL takes a tenth of the
    /// table, finds every plan for known limits cheaper, and plans the statement anew at each execution.
    /// </summary>
    public static RawSql Number(int number) => new(SqlNames.Number(number));
}

/// <summary>
/// A statement in the making. What stands between the braces of an interpolated string becomes a parameter
/// (<c>$1</c>, <c>$2</c>, …), unless it is a <see cref="SqlFragment"/> or <see cref="RawSql"/>.
/// </summary>
/// <param name="texts">Where its text may have been made before; null for nowhere.</param>
internal sealed class SqlText(SqlTextCache? texts = null)
{
    /// <summary>How many parameters a statement may have in the protocol of PostgreSQL.</summary>
    private const int MaxParameters = ushort.MaxValue;

    private readonly List<string> pieces = new(64);

    private readonly List<SqlQuery> named = [];

    public List<NpgsqlParameter> Parameters { get; } = [];

    /// <summary>Appends an interpolated string; by the time it is called, the handler has done the work.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The handler takes the instance.")]
    public void Append([InterpolatedStringHandlerArgument("")] ref Handler sql) => _ = sql;

    public void AppendWords(string words)
    {
        if (words.Length > 0) pieces.Add(words);
    }

    /// <summary>Begins a query whose rows others may refer to by <see cref="RowsOf"/>.</summary>
    public void Name(SqlQuery query) => named.Add(query);

    /// <summary>What the rows of a query are called that stands in this statement already; null where it does not.</summary>
    public RawSql? RowsOf(SqlQuery query) => named.IndexOf(query) is >= 0 and var index ? SqlTree.Name(index) : null;

    /// <exception cref="FieldFailureException">There are as many as a statement can have.</exception>
    public void AppendParameter<T>(T value)
    {
        if (Parameters.Count == MaxParameters) throw TooMany.ToException();
        Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        pieces.Add(SqlNames.Parameter(Parameters.Count));
    }

    /// <summary>Makes it empty, to be used for another statement.</summary>
    public void Clear()
    {
        pieces.Clear();
        named.Clear();
        Parameters.Clear();
    }

    public override string ToString() => texts?.Get(pieces) ?? string.Concat(pieces);

    private static FieldFailure TooMany => new(
        $"The arguments bring more than {MaxParameters} values into one statement. Filter by fewer values, or in several requests.",
        ErrorCodes.InputSizeLimit);

    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private readonly SqlText sql;

        public Handler(int literalLength, int formattedCount, SqlText sql)
        {
            _ = literalLength + formattedCount;
            this.sql = sql;
        }

        public void AppendLiteral(string words) => sql.AppendWords(words);

        public void AppendFormatted(SqlFragment? fragment) => fragment?.Invoke(sql);

        public void AppendFormatted(RawSql words) => sql.AppendWords(words.Text);

        public void AppendFormatted<T>(T value) => sql.AppendParameter(value);
    }
}
