using Kept.Core.Foundation;
using Kept.Core.Programme;

namespace Kept.Web.Features.Feedback.Telling;

/// <summary>How something that falls to a body stands, in words: on its workspace and in letters.</summary>
public static class TaskWords
{
    public static string Say(FallsTo task) => task.State switch
    {
        TaskState.NoAnswer => $"Asked; the answer was wanted by {Dates.Long(task.Day!.Value)}",
        TaskState.Asked => $"Asked; answer by {Dates.Long(task.Day!.Value)}",
        TaskState.Passed => $"Date passed on {Dates.Long(task.Day!.Value)}, and nothing heard",
        TaskState.Soon => $"Due by {Dates.Long(task.Day!.Value)}",
        TaskState.Ahead => $"By {Dates.Long(task.Day!.Value)}",
        TaskState.Done => "Nothing more to meet",
        _ => "No date stated",
    };
}
