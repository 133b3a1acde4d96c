-- W2, join: the movements as they come.
-- include periods number=month_number value=segment ledger=ledger
-- include waterfall number=month_number label=month value=segment

-- include periods number=retail_number value=region ledger=ledger
-- include waterfall number=retail_number label=retail_month value=region
