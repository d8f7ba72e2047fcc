namespace Kept.Core.Accounts;

/// <summary>
/// Accounts: the people who may do more than read, what each may do and for whom, how they are invited, and the sessions they
/// have open. Powers are given by an administrator and never taken by oneself. A public page shows the office, never a person:
/// what an account does is recorded under its random id.
/// </summary>
internal static class Room;
