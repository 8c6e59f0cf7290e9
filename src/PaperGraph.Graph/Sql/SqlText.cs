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

    /// <summary>
    /// What a limit is, so that an arm of a statement costs nothing unless it is the one to take: rows that a condition would only drop
    /// PostgreSQL may read first, but none beyond a limit.
    /// </summary>
    /// <param name="condition">That the arm is taken.</param>
    public static RawSql NoneUnless(string condition) => new($"case when {condition} then null::bigint else 0 end");
}

/// <summary>
/// A statement in the making. What stands between the braces of an interpolated string becomes a parameter
/// (<c>$1</c>, <c>$2</c>, …), unless it is a <see cref="SqlFragment"/> or <see cref="RawSql"/>.
/// </summary>
internal sealed class SqlText
{
    /// <summary>How many parameters a statement may have in the protocol of PostgreSQL.</summary>
    private const int MaxParameters = ushort.MaxValue;

    /// <summary>Where words go: into the statement, or into what stands before it.</summary>
    private List<string> pieces;

    private readonly List<string> statement = new(64);

    private readonly List<string> prologue = [];

    private readonly List<object> once = [];

    private readonly List<SqlQuery> named = [];

    private readonly SqlTextCache? texts;

    /// <param name="texts">Where its text may have been made before; null for nowhere.</param>
    public SqlText(SqlTextCache? texts = null) => (this.texts, pieces) = (texts, statement);

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

    /// <summary>
    /// Appends the rows of a query, to be given an alias: by the name that they have in this statement, or else the query itself.
    /// </summary>
    public void AppendRowsOf(SqlQuery query)
    {
        if (RowsOf(query) is { } rows)
        {
            Append($"{rows}");
            return;
        }
        Append($"(\n");
        query.Write(this);
        Append($")");
    }

    /// <summary>
    /// The name of a common table expression before the statement, which is computed once, wherever and however often it is named.
    /// </summary>
    /// <param name="key">Tells it from others; equal keys have equal selects.</param>
    /// <param name="columns">The names of its columns.</param>
    /// <param name="select">A select that refers to nothing of the statement.</param>
    public RawSql Once(object key, string columns, SqlFragment select)
    {
        var index = once.IndexOf(key);
        if (index < 0)
        {
            index = once.Count;
            once.Add(key);
            pieces = prologue;
            Append($"{new RawSql(index == 0 ? "with " : ",\n")}{Shared(index)} {new RawSql(columns)} as materialized (\n{select})");
            pieces = statement;
        }
        return Shared(index);

        static RawSql Shared(int index) => new(SqlNames.Shared(index));
    }

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
        pieces = statement;
        statement.Clear();
        prologue.Clear();
        once.Clear();
        named.Clear();
        Parameters.Clear();
    }

    public override string ToString()
    {
        if (prologue.Count > 0)
        {
            const string With = "with ";
            var isWith = statement[0].StartsWith(With, StringComparison.Ordinal);
            if (isWith) statement[0] = statement[0][With.Length..];
            statement.InsertRange(0, [.. prologue, isWith ? ",\n" : "\n"]);
            statement.RemoveAll(piece => piece.Length == 0);
            prologue.Clear();
        }
        return texts?.Get(statement) ?? string.Concat(statement);
    }

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
