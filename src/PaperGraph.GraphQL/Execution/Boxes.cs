namespace PaperGraph.GraphQL.Execution;

/// <summary>Boxes that are shared, for the values that make up most columns of numbers and flags.</summary>
internal static class Boxes
{
    private const int Min = -1;
    private const int Max = 256;

    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] Integers = [.. Enumerable.Range(Min, Max - Min + 1).Select(number => (object)number)];

    private static readonly object[] Longs = [.. Enumerable.Range(Min, Max - Min + 1).Select(number => (object)(long)number)];

    public static object? Box<T>(T value)
    {
        if (typeof(T) == typeof(bool)) return (bool)(object)value! ? True : False;
        if (typeof(T) == typeof(int))
        {
            var number = (int)(object)value!;
            return number is >= Min and <= Max ? Integers[number - Min] : number;
        }
        if (typeof(T) == typeof(long))
        {
            var number = (long)(object)value!;
            return number is >= Min and <= Max ? Longs[number - Min] : number;
        }
        return typeof(T).IsEnum ? Enums<T>.Find(value) : value;
    }

    /// <summary>The members of an enumeration, each boxed once; an enumeration of many is looked up no faster than it is boxed.</summary>
    private static class Enums<T>
    {
        private const int MaxMembers = 16;

        private static readonly T[] Members = [.. Enum.GetValuesAsUnderlyingType(typeof(T)).Cast<object>().Select(
            number => (T)Enum.ToObject(typeof(T), number)).Take(MaxMembers)];

        private static readonly object[] Boxed = [.. Members.Select(member => (object)member!)];

        public static object Find(T value)
        {
            var index = Array.IndexOf(Members, value);
            return index >= 0 ? Boxed[index] : value!;
        }
    }
}
