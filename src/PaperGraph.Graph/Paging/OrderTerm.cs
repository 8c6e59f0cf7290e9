using System.Globalization;
using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Paging;

/// <summary>
/// One term of a list's total order. Its expression is never null (what is unknown is replaced by the end of the type's
/// range, so that it comes last), which lets a page begin by one comparison of rows.
/// </summary>
/// <param name="Name">The term's name in a cursor.</param>
/// <param name="Expression">The SQL expression whose values are compared.</param>
/// <param name="Descending">Whether the greatest value comes first.</param>
internal abstract record OrderTerm(string Name, RawSql Expression, bool Descending)
{
    /// <summary>Set where the expression stands in no index, because what is unknown comes first in that but last in the list.</summary>
    public UnknownLast? Unknown { get; init; }

    /// <summary>Whether the expression has the same value in all rows.</summary>
    public bool IsConstant { get; private init; }

    /// <summary>Whether it compares the ranks of an analysis, which stand beside the rows.</summary>
    public bool IsRank { get; private init; }

    /// <summary>
    /// Whether the expression has the numbers of the list's order with their signs turned, so that rows come in the list's order where it
    /// goes the other way.
    /// </summary>
    public bool IsTurned { get; private init; }

    /// <summary>The expression's type in PostgreSQL.</summary>
    public abstract string Type { get; }

    public abstract string Read(SqlRow row, int column);

    /// <summary>Appends a cursor's value as a parameter; false when it is not of the term's type.</summary>
    public abstract bool TryParameter(string value, out SqlFragment parameter);

    public static OrderTerm Create<T>(string name, string expression, bool descending) where T : ISpanParsable<T> =>
        new Typed<T>(name, new RawSql(expression), descending);

    /// <summary>
    /// Days; an unknown one comes last, as the end of time that Npgsql takes the least and greatest <see cref="DateOnly"/> for.
    /// </summary>
    /// <param name="column">The indexed column that has <c>-infinity</c> for an unknown day.</param>
    public static OrderTerm Day(string name, string column, bool descending) =>
        CreateUnknownLast<DateOnly>(name, column, descending, "date '-infinity'", "date 'infinity'");

    /// <summary>A term that compares counts; an unknown one comes last.</summary>
    /// <param name="column">The indexed column that has -1 for an unknown count.</param>
    public static OrderTerm Count(string name, string column, bool descending) =>
        CreateUnknownLast<int>(name, column, descending, "-1", int.MaxValue.ToString(CultureInfo.InvariantCulture));

    /// <summary>A term that compares the ranks of an analysis; nodes that it has not seen come last.</summary>
    /// <param name="column">The indexed column that has -1 for an unknown rank.</param>
    public static OrderTerm Rank(string column, bool descending) =>
        CreateUnknownLast<float>("rank", column, descending, "real '-1'", "real 'infinity'") with { IsRank = true };

    private static OrderTerm CreateUnknownLast<T>(string name, string column, bool descending, string stored, string shown)
        where T : ISpanParsable<T>
    {
        if (descending) return Create<T>(name, column, descending: true);
        return Create<T>(name, $"coalesce(nullif({column}, {stored}), {shown})", descending: false) with
        {
            Unknown = new UnknownLast(new(column), stored, shown),
        };
    }

    /// <summary>
    /// Makes the term for rows of which it is settled whether their value is known: they are compared by the column of the index, or by a
    /// constant.
    /// </summary>
    public OrderTerm WithExpression(RawSql expression) =>
        this with { Expression = expression, Unknown = null, IsConstant = expression.Text == Unknown?.Shown };

    /// <summary>Makes the term for rows whose numbers have the other sign in the index.</summary>
    public OrderTerm Turned() => this with { IsTurned = true, Descending = !Descending };

    /// <summary>What is compared with the expression in place of a value of the list's order.</summary>
    public SqlFragment Bound(SqlFragment value) => IsTurned ? sql => sql.Append($"-({value})") : value;

    private sealed record Typed<T>(string Name, RawSql Expression, bool Descending) : OrderTerm(Name, Expression, Descending)
        where T : ISpanParsable<T>
    {
        public override string Type => SqlType.For<T>();

        public override string Read(SqlRow row, int column) => row.GetFieldValue<T>(column) switch
        {
            string text => text,
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => throw new InvalidOperationException($"{other} has no place in a cursor."),
        };

        public override bool TryParameter(string value, out SqlFragment parameter)
        {
            var parsed = T.TryParse(value, CultureInfo.InvariantCulture, out var known);
            if (known is DateTime moment) known = (T)(object)moment.ToUniversalTime();
            parameter = sql => sql.AppendParameter(known!);
            return parsed && (known is not string text || TextArgument.IsUnicodeWithoutNul(text));
        }
    }
}

/// <summary>A column that is in an index and has a value of its own for what is unknown.</summary>
/// <param name="Column">The indexed column.</param>
/// <param name="Stored">The value that stands for unknown in the index; less than all others.</param>
/// <param name="Shown">What an order takes for it, so that it comes last: greater than all others, and of the column's type.</param>
internal sealed record UnknownLast(RawSql Column, string Stored, string Shown);
